package dev.cairn.picture.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Settings that Java's own font machinery reads when it is first used, and that have no API. One
 * that the operator has set is left as it is.
 */
final class JavaFonts {
  private static final List<String> FAMILIES =
      List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
  private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

  private JavaFonts() {}

  /**
   * Lets Java work without any font of the machine's.
   *
   * @param directory where a file may be kept until the process ends
   * @param font the file of the font to name as Java's default, which nothing is drawn in
   */
  static void prepare(Path directory, Path font) throws IOException {
    if (System.getProperty("os.name").startsWith("Linux")) {
      // Without the library fontconfig, Java on Linux loads no font at all, unless this file says
      // which fonts there are.
      set("sun.awt.fontconfig", configuration(directory, font).toString());
    }
    // The older way into the text shaper: the newer one takes a tenth of a second to get going.
    set("sun.font.layout.ffm", "false");
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Path configuration(Path directory, Path font) throws IOException {
    Properties configuration = new Properties();
    configuration.setProperty("version", "1");
    configuration.setProperty("sequence.allfonts", "latin-1");
    configuration.setProperty("filename.Embedded", font.toString());
    for (String family : FAMILIES) {
      for (String style : STYLES) {
        configuration.setProperty("%s.%s.latin-1".formatted(family, style), "Embedded");
      }
    }
    Path file = directory.resolve("fontconfig.properties");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      configuration.store(out, null);
    }
    return file;
  }
}
