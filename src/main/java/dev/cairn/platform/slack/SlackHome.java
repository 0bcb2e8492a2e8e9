package dev.cairn.platform.slack;

import com.google.gson.JsonObject;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Reply;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** App Home: a page of the member's own. */
public final class SlackHome {
  private static final Logger LOG = LoggerFactory.getLogger(SlackHome.class);

  private final SlackWeb web;
  private final Workspaces workspaces;
  private final SlackDirectory directory;
  private final Pictures pictures;
  private final Function<Caller, Reply.Card> content;

  SlackHome(
      SlackWeb web,
      Workspaces workspaces,
      SlackDirectory directory,
      Pictures pictures,
      Function<Caller, Reply.Card> content) {
    this.web = web;
    this.workspaces = workspaces;
    this.directory = directory;
    this.pictures = pictures;
    this.content = content;
  }

  /**
   * Draws a member's page anew, because something on it has changed. Blocks until Slack has it; a
   * failure is logged, for the page is drawn anew when it is next opened.
   */
  public void refresh(Account account) {
    workspaces
        .of(account.community())
        .ifPresent(
            installation -> {
              try {
                publish(installation, directory.caller(installation, account.user()));
              } catch (SlackFailure failure) {
                LOG.info("App Home of {} was not drawn: {}", account.user(), failure.getMessage());
              }
            });
  }

  /** A member opened their page. */
  void opened(Interaction interaction) {
    workspaces
        .find(interaction.enterprise(), interaction.team())
        .ifPresent(
            installation -> publish(installation, directory.caller(installation, interaction)));
  }

  private void publish(SlackInstallation installation, Caller caller) {
    Reply.Card card = content.apply(caller);
    String user = caller.account().user();
    Rendition rendition =
        Rendition.of(user).withPictures(image -> pictures.forPost(installation, image));
    try {
      publish(installation, user, view(card, rendition));
    } catch (SlackFailure failure) {
      if (failure.kind() != SlackFailure.Kind.CONTENT) {
        throw failure;
      }
      publish(installation, user, view(card, rendition.plainer()));
    }
  }

  private void publish(SlackInstallation installation, String user, JsonObject view) {
    web.patiently(
        installation.botToken(),
        client -> client.viewsPublish(r -> r.userId(user).viewAsString(view.toString())));
  }

  static JsonObject view(Reply.Card card, Rendition rendition) {
    JsonObject view = BlockKit.typed("home");
    view.add("blocks", SlackRenderer.viewBlocks(card, rendition));
    return view;
  }
}
