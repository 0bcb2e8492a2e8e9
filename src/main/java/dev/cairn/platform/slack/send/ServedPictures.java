package dev.cairn.platform.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.reply.Image;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** PictureUploads that we serve for a day, each at an address that nobody can guess. */
public final class ServedPictures {
  public static final String PATH = "/slack/pictures/";

  private static final int KEY_BYTES = 16;

  /** A small heap gives less. */
  private static final long CAPACITY_BYTES =
      Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 12);

  private final String base;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, byte[]> pictures =
      Caffeine.newBuilder()
          .maximumWeight(CAPACITY_BYTES)
          .weigher((String key, byte[] png) -> png.length)
          .expireAfterWrite(Duration.ofDays(1))
          .build();

  /**
   * Serves below a public address.
   *
   * @param publicUrl with or without a slash at its end
   */
  public ServedPictures(URI publicUrl) {
    this.base = publicUrl.toString().replaceFirst("/+$", "") + PATH;
  }

  /** The address at which this picture is to be had from now on. */
  String serve(Image image) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String name = HexFormat.of().formatHex(key) + ".png";
    pictures.put(name, image.png());
    return base + name;
  }

  /** The picture of this name. */
  public Optional<byte[]> find(String name) {
    return Optional.ofNullable(pictures.getIfPresent(name));
  }
}
