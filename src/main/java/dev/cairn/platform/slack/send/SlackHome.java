package dev.cairn.platform.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonObject;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.render.BlockKit;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackRenderer;
import dev.cairn.platform.slack.workspace.SlackDirectory;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import dev.cairn.platform.slack.workspace.Workspaces;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** App Home: a page of the member's own. */
public final class SlackHome {
  private static final Logger LOG = LoggerFactory.getLogger(SlackHome.class);

  private final SlackWeb web;
  private final Workspaces workspaces;
  private final SlackDirectory directory;
  private final PictureUploads pictures;
  private final String command;
  private final Function<Caller, Reply.Card> content;

  /** What the pages that were opened lately show. */
  private final Cache<Account, String> shown =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(12)).build();

  public SlackHome(
      SlackWeb web,
      Workspaces workspaces,
      SlackDirectory directory,
      PictureUploads pictures,
      String command,
      Function<Caller, Reply.Card> content) {
    this.web = web;
    this.workspaces = workspaces;
    this.directory = directory;
    this.pictures = pictures;
    this.command = command;
    this.content = content;
  }

  /**
   * Draws a member's page anew, because something on it has changed. Blocks until Slack has it; a
   * failure is logged, for the page is drawn anew when it is next opened.
   */
  public void refresh(Account account) {
    workspaces
        .of(account.community())
        .ifPresent(installation -> {
          try {
            publish(installation, directory.caller(installation, account.user()));
          } catch (SlackFailure failure) {
            LOG.info("App Home of {} was not drawn: {}", account.user(), failure.getMessage());
          }
        });
  }

  /**
   * Something was done that a member's page may show. Draws it anew where it was opened lately and
   * would look different.
   */
  public void mayHaveChanged(Account account) {
    if (shown.getIfPresent(page(account)) != null) {
      refresh(account);
    }
  }

  /** A member opened their page. */
  public void opened(Interaction interaction) {
    workspaces
        .find(interaction.enterprise(), interaction.team())
        .ifPresent(installation -> {
          Caller caller = directory.caller(installation, interaction);
          shown.invalidate(page(caller.account()));
          publish(installation, caller);
        });
  }

  private void publish(SlackInstallation installation, Caller caller) {
    Reply.Card card = content.apply(caller);
    String user = caller.account().user();
    Rendition rendition =
        Rendition.of(user, command).withPictures(image -> pictures.forPost(installation, image));
    Account page = page(caller.account());
    String view = view(card, rendition).toString();
    if (view.equals(shown.asMap().put(page, view))) {
      return;
    }
    try {
      publish(installation, user, view);
    } catch (SlackFailure failure) {
      shown.invalidate(page);
      if (failure.kind() != SlackFailure.Kind.CONTENT) {
        throw failure;
      }
      publish(installation, user, view(card, rendition.plainer()).toString());
      shown.put(page, view);
    }
  }

  private void publish(SlackInstallation installation, String user, String view) {
    web.patiently(
        installation.botToken(),
        client -> client.viewsPublish(r -> r.userId(user).viewAsString(view)));
  }

  /** Whose page it is, whatever they are called. */
  private static Account page(Account account) {
    return new Account(account.platform(), account.community(), account.user(), "");
  }

  static JsonObject view(Reply.Card card, Rendition rendition) {
    JsonObject view = BlockKit.typed("home");
    view.add("blocks", SlackRenderer.viewBlocks(card, rendition));
    return view;
  }
}
