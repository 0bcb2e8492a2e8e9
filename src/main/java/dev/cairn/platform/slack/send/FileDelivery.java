package dev.cairn.platform.slack.send;

import com.slack.api.RequestConfigurator;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest.FilesGetUploadURLExternalRequestBuilder;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files of a reply to whoever asked. An answer that only one person sees takes no files
 * in Slack, so they go to that person's direct messages, and the reply says so.
 */
public final class FileDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(FileDelivery.class);

  private final SlackWeb web;

  public FileDelivery(SlackWeb web) {
    this.web = web;
  }

  /** Sends the files of a reply; the reply that is answered says where they are. */
  public Reply sent(SlackInstallation installation, String user, Reply reply) {
    return switch (reply) {
      case Reply.Card card
          when card.blocks().stream().anyMatch(block -> block instanceof Block.File) ->
          new Reply.Card(
              card.title(),
              card.tone(),
              card.blocks().stream().map(block -> sent(installation, user, block)).toList(),
              card.controls(),
              card.facts(),
              card.personal());
      case Reply.Card card -> card;
      case Reply.Notice notice -> notice;
    };
  }

  private Block sent(SlackInstallation installation, String user, Block block) {
    return block instanceof Block.File file
        ? new Block.Text(RichText.of(sent(installation, user, file)))
        : block;
  }

  private String sent(SlackInstallation installation, String user, Block.File file) {
    try {
      send(installation.botToken(), user, file);
      return file.name() + " is in your direct messages with me.";
    } catch (SlackFailure failure) {
      LOG.warn("a file could not be sent: {}", failure.getMessage());
      return PlainText.told(file) + " could not be sent to you just now. Please ask again later.";
    }
  }

  private void send(String token, String user, Block.File file) {
    String channel =
        web.patiently(token, client -> client.conversationsOpen(r -> r.users(List.of(user))))
            .getChannel()
            .getId();
    byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
    String id =
        fill(
            web,
            token,
            bytes,
            MediaType.get(file.mediaType()),
            r -> r.filename(file.name()).length(bytes.length));
    FileDetails details = FileDetails.builder().id(id).title(file.name()).build();
    web.patiently(
        token,
        client ->
            client.filesCompleteUploadExternal(r -> r.files(List.of(details)).channelId(channel)));
  }

  /**
   * Uploads a file that is shown nowhere until the upload is completed.
   *
   * @return Slack's id of it
   * @throws SlackFailure when Slack did not take it
   */
  static String fill(
      SlackWeb web,
      String token,
      byte[] bytes,
      MediaType type,
      RequestConfigurator<FilesGetUploadURLExternalRequestBuilder> what) {
    FilesGetUploadURLExternalResponse slot =
        web.patiently(token, client -> client.filesGetUploadURLExternal(what));
    Request request =
        new Request.Builder()
            .url(slot.getUploadUrl())
            .post(RequestBody.create(bytes, type))
            .build();
    try (Response response =
        web.slack().getHttpClient().getOkHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new SlackFailure(
            SlackFailure.Kind.DOWN, "HTTP " + response.code() + " to an upload", null, null);
      }
    } catch (IOException unreachable) {
      throw new SlackFailure(SlackFailure.Kind.DOWN, "no answer to an upload", null, unreachable);
    }
    return slot.getFileId();
  }
}
