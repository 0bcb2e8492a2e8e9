package dev.cairn.picture.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The embedded fonts, each loaded when first needed. Nothing is drawn in the machine's own fonts: a
 * server has none, and a picture is to be the same everywhere.
 */
public final class FontLibrary {

  /** An embedded font file. */
  public enum Face {
    /** Latin, Greek and Cyrillic. */
    INTER("inter/Inter-Regular.otf"),
    /** The same, for what is to stand out. */
    INTER_SEMI_BOLD("inter/Inter-SemiBold.otf"),
    /** Most other alphabets, and emoji. */
    KURINTO("Kurinto/KurintoSans-Rg.ttf"),
    /** Han characters and kana. */
    NOTO_SC("NotoSansSC/NotoSansSC-Regular.ttf");

    private final String resource;

    Face(String resource) {
      this.resource = resource;
    }
  }

  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
  private @Nullable Path directory;

  /**
   * A face, one point high.
   *
   * @throws UncheckedIOException when the temporary folder cannot be written
   */
  synchronized Font font(Face face) {
    Font font = fonts.get(face);
    if (font == null) {
      try {
        font = load(face);
      } catch (IOException e) {
        throw new UncheckedIOException("the font %s cannot be loaded".formatted(face), e);
      }
      fonts.put(face, font);
    }
    return font;
  }

  private Font load(Face face) throws IOException {
    if (directory == null) {
      directory = Files.createTempDirectory("cairn-fonts");
      directory.toFile().deleteOnExit();
      JavaFonts.prepare(directory, copy(Face.INTER, directory));
    }
    try {
      return Font.createFont(Font.TRUETYPE_FONT, copy(face, directory).toFile());
    } catch (FontFormatException e) {
      throw new IOException(e);
    }
  }

  /** Java reads a font from a file only, and goes back to it later. */
  private static Path copy(Face face, Path directory) throws IOException {
    Path file = directory.resolve(face.name());
    if (!Files.exists(file)) {
      try (InputStream in = FontLibrary.class.getResourceAsStream(face.resource)) {
        if (in == null) {
          throw new FileNotFoundException(face.resource);
        }
        file.toFile().deleteOnExit();
        Files.copy(in, file);
      }
    }
    return file;
  }
}
