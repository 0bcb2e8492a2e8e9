package dev.cairn.platform.local.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Image;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The pictures and files that messages show, in memory, by the hash of their content. */
final class PictureStore {
  /** A small heap gives less. */
  private static final long MAX_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 12);

  private final Cache<String, byte[]> pictures =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String hash, byte[] png) -> png.length)
          .build();

  private final Cache<String, Block.File> files =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String hash, Block.File file) -> file.size())
          .build();

  /** Keeps a picture and tells under which path it is served. */
  String keep(Image image) {
    String hash = hash(image.png());
    pictures.put(hash, image.png());
    return "/pictures/" + hash + ".png";
  }

  /** The bytes of the picture with this hash. */
  Optional<byte[]> find(String hash) {
    return Optional.ofNullable(pictures.getIfPresent(hash));
  }

  /** Keeps a file for a while, and tells under which path it is served. */
  String keep(Block.File file) {
    String hash = hash(file.content().getBytes(StandardCharsets.UTF_8));
    files.put(hash, file);
    return "/files/" + hash + "/" + file.name();
  }

  /** The file with this hash. */
  Optional<Block.File> findFile(String hash) {
    return Optional.ofNullable(files.getIfPresent(hash));
  }

  private static String hash(byte[] png) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
