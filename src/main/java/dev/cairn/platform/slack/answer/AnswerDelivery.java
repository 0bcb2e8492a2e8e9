package dev.cairn.platform.slack.answer;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.ResponseUrl;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackFailure.Kind;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.render.FormView;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.ReplyModal;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.send.FileDelivery;
import dev.cairn.platform.slack.send.PictureUploads;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import dev.cairn.platform.slack.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers answers. When Slack refuses one way it takes the next; when it refuses what is shown, it
 * shows it more plainly. What cannot be delivered at all is logged and counted.
 */
public final class AnswerDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDelivery.class);

  private final SlackWeb web;
  private final Workspaces workspaces;
  private final PictureUploads pictures;
  private final FileDelivery files;
  private final String command;
  private final MeterRegistry meters;

  public AnswerDelivery(
      SlackWeb web,
      Workspaces workspaces,
      PictureUploads pictures,
      String command,
      MeterRegistry meters) {
    this.web = web;
    this.workspaces = workspaces;
    this.pictures = pictures;
    this.files = new FileDelivery(web);
    this.command = command;
    this.meters = meters;
  }

  /** Delivers an answer to an interaction. */
  public void deliver(SlackInstallation installation, Interaction interaction, Answer answer) {
    Interaction.Place place = interaction.place();
    if (answer instanceof Answer.Asked asked && open(installation, asked, place)) {
      return;
    }
    Reply reply = files.sent(installation, interaction.user(), answer.reply());
    if (place.view() != null && show(installation, interaction, reply)) {
      return;
    }
    Rendition rendition = Rendition.of(interaction.user(), command);
    if (hasPicture(reply)) {
      rendition = rendition.withPictures(image -> pictures.forAnswer(installation, image));
    }
    send(
        installation,
        new AnswerAttempt(
            reply,
            rendition,
            answer.audience(),
            answer instanceof Answer.Said said && said.inPlace(),
            new AnswerRoutes(web, installation, interaction)));
  }

  /**
   * Answers somebody from where we are not let in, which without a token few ways allow.
   *
   * @param why in words for a member
   */
  public void deliverUninstalled(Interaction interaction, String why) {
    ResponseUrl url = interaction.place().responseUrl();
    if (url == null) {
      return;
    }
    JsonObject body = new JsonObject();
    body.addProperty("response_type", "ephemeral");
    body.addProperty("replace_original", false);
    body.addProperty("text", why);
    try {
      web.respond(url, body);
    } catch (SlackFailure failure) {
      LOG.info("{} could not be told: {}", interaction.id(), failure.getMessage());
    }
  }

  /**
   * Opens a form.
   *
   * @return whether Slack opened it; not when the trigger is too old
   */
  private boolean open(
      SlackInstallation installation, Answer.Asked asked, Interaction.Place place) {
    String trigger = place.trigger();
    if (trigger == null) {
      return false;
    }
    JsonObject form = FormView.of(asked.form(), asked.spec(), place);
    String view = place.view();
    return (view == null || Interaction.Place.HOME.equals(view))
        ? openView(installation, trigger, form)
        : push(installation, trigger, form) || update(installation, view, form);
  }

  /** Lays a view over the one whose control was used; Slack takes three, one above the other. */
  private boolean push(SlackInstallation installation, String trigger, JsonObject view) {
    try {
      web.once(
          installation.botToken(),
          client -> client.viewsPush(r -> r.triggerId(trigger).viewAsString(view.toString())));
      return true;
    } catch (SlackFailure failure) {
      LOG.info("a modal could not be laid over another: {}", failure.getMessage());
      return false;
    }
  }

  private boolean openView(SlackInstallation installation, String trigger, JsonObject view) {
    return opened(installation, trigger, view).isPresent();
  }

  /** Opens a view; empty where Slack did not, else the answer to it. */
  private Optional<ViewsOpenResponse> opened(
      SlackInstallation installation, String trigger, JsonObject view) {
    try {
      return Optional.of(
          web.once(
              installation.botToken(),
              client -> client.viewsOpen(r -> r.triggerId(trigger).viewAsString(view.toString()))));
    } catch (SlackFailure failure) {
      LOG.info("a modal could not be opened: {}", failure.getMessage());
      return Optional.empty();
    }
  }

  /** Shows the answer in a modal: the one whose control was used, or over App Home. */
  private boolean show(SlackInstallation installation, Interaction interaction, Reply reply) {
    Rendition inWords = Rendition.of(interaction.user(), command);
    String view = interaction.place().view();
    if (view != null && !Interaction.Place.HOME.equals(view)) {
      return update(installation, view, illustrated(installation, reply, inWords));
    }
    String trigger = interaction.place().trigger();
    Optional<ViewsOpenResponse> opened =
        trigger == null
            ? Optional.empty()
            : opened(installation, trigger, ReplyModal.of(reply, inWords));
    // A view has to be opened within three seconds: a picture takes longer, and comes later.
    opened
        .map(ViewsOpenResponse::getView)
        .filter(there -> hasPicture(reply) && there.getId() != null)
        .ifPresent(there ->
            update(installation, there.getId(), illustrated(installation, reply, inWords)));
    return opened.isPresent();
  }

  private JsonObject illustrated(SlackInstallation installation, Reply reply, Rendition rendition) {
    return ReplyModal.of(
        reply, rendition.withPictures(image -> pictures.forAnswer(installation, image)));
  }

  private boolean update(SlackInstallation installation, String view, JsonObject modal) {
    try {
      web.once(
          installation.botToken(),
          client -> client.viewsUpdate(r -> r.viewId(view).viewAsString(modal.toString())));
      return true;
    } catch (SlackFailure failure) {
      LOG.info("a modal could not be updated: {}", failure.getMessage());
      return false;
    }
  }

  /**
   * Sends messages until all are sent or no way is left. What Slack does not like to show is begun
   * anew, more plainly: rather twice than not at all.
   */
  private void send(SlackInstallation installation, AnswerAttempt answer) {
    Deque<SlackMessage> left = new ArrayDeque<>(answer.messages());
    while (!left.isEmpty()) {
      Optional<AnswerRoute> route = answer.route();
      if (route.isEmpty()) {
        meters.counter("cairn.slack.undelivered").increment();
        LOG.error("{} could not be answered in any way", answer);
        return;
      }
      try {
        route.get().send(left.element());
        left.remove();
        answer.sent();
      } catch (SlackFailure failure) {
        LOG.info("{} does not work: {}", route.get().name(), failure.getMessage());
        if (failure.kind() == Kind.TOKEN) {
          workspaces.shutOut(installation, failure.code());
        }
        boolean otherwise =
            failure.kind() == Kind.CONTENT
                ? answer.mayBeShownOtherwise()
                : answer.giveUp(route.get());
        if (otherwise) {
          left = new ArrayDeque<>(answer.messages());
        } else if (failure.kind() == Kind.CONTENT) {
          answer.giveUp(route.get());
        }
      }
    }
  }

  private static boolean hasPicture(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> hasPicture(card);
      case Reply.Notice notice -> false;
    };
  }

  private static boolean hasPicture(Reply.Card card) {
    return card.blocks().stream().anyMatch(Block.Picture.class::isInstance);
  }
}
