package dev.cairn.platform.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.model.File;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Image;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import dev.cairn.platform.slack.api.Sleeper;
import dev.cairn.platform.slack.render.PictureSource;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pictures to where Slack can show them (docs/decisions/0032): what lasts is uploaded; what
 * is private and passes is served by us where a public address is known.
 */
public final class PictureUploads {
  private static final Logger LOG = LoggerFactory.getLogger(PictureUploads.class);
  private static final MediaType PNG = MediaType.get("image/png");

  /** Slack takes a moment until it can show a picture that was uploaded. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2));

  /** How long it takes as a rule, where Slack does not tell us. */
  private static final Duration AS_A_RULE = Duration.ofSeconds(2);

  private final SlackWeb web;
  private final Optional<ServedPictures> served;
  private final Sleeper pause;
  private final Cache<Key, String> uploaded =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(12)).build();

  private record Key(String community, Image image) {}

  /**
   * Places pictures.
   *
   * @param served empty where no public address is known
   * @param pause waits until Slack can show an upload
   */
  public PictureUploads(SlackWeb web, Optional<ServedPictures> served, Sleeper pause) {
    this.web = web;
    this.served = served;
    this.pause = pause;
  }

  /** Where the answer to somebody shows a picture. */
  public PictureSource forAnswer(SlackInstallation installation, Image image) {
    return orInWords(() ->
        served
            .<PictureSource>map(pictures -> new PictureSource.Served(pictures.serve(image)))
            .or(() -> upload(installation, image)));
  }

  /** Where a message that stays shows a picture. */
  public PictureSource forPost(SlackInstallation installation, Image image) {
    return orInWords(() ->
        upload(installation, image)
            .or(() -> served.map(pictures -> new PictureSource.Served(pictures.serve(image)))));
  }

  /** Nobody goes without an answer because a picture cannot be drawn. */
  private static PictureSource orInWords(Supplier<Optional<PictureSource>> placing) {
    try {
      return placing.get().orElseGet(PictureSource.InWords::new);
    } catch (RuntimeException undrawable) {
      LOG.error("a picture could not be drawn and is told in words", undrawable);
      return new PictureSource.InWords();
    }
  }

  private Optional<PictureSource> upload(SlackInstallation installation, Image image) {
    Key key = new Key(installation.workspace().key(), image);
    String known = uploaded.getIfPresent(key);
    if (known != null) {
      return Optional.of(new PictureSource.Uploaded(known));
    }
    try {
      String id = uploadNow(installation.botToken(), image);
      awaitReady(installation.botToken(), id);
      uploaded.put(key, id);
      return Optional.of(new PictureSource.Uploaded(id));
    } catch (SlackFailure failure) {
      LOG.warn("a picture could not be uploaded: {}", failure.getMessage());
      return Optional.empty();
    }
  }

  /** Waits until Slack can show a picture: before, it refuses every message that names it. */
  private void awaitReady(String token, String id) {
    for (Duration wait : WAITS) {
      try {
        if (isReady(token, id)) {
          return;
        }
      } catch (SlackFailure failure) {
        LOG.info("whether a picture can be shown is not known: {}", failure.getMessage());
        pause.of(AS_A_RULE);
        return;
      }
      pause.of(wait);
    }
  }

  /** Slack tells the type of a file when it has looked into it. */
  private boolean isReady(String token, String id) {
    try {
      File file = web.once(token, client -> client.filesInfo(r -> r.file(id))).getFile();
      String type = file == null ? null : file.getMimetype();
      return type != null && !type.isBlank();
    } catch (SlackFailure failure) {
      if (failure.code().equals("file_not_found")) {
        return false;
      }
      throw failure;
    }
  }

  private String uploadNow(String token, Image image) {
    String id =
        FileDelivery.fill(
            web,
            token,
            image.png(),
            PNG,
            r ->
                r.filename(image.fileName())
                    .length(image.png().length)
                    .altTxt(Excerpt.of(image.altText(), 1_000)));
    FileDetails file = FileDetails.builder().id(id).title(image.fileName()).build();
    web.patiently(token, client -> client.filesCompleteUploadExternal(r -> r.files(List.of(file))));
    return id;
  }
}
