package dev.cairn.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.picture.text.FontLibrary;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * On Linux, Java finds fonts through the library fontconfig, which a small container lacks.
 * Processes started here find a broken one.
 */
@EnabledOnOs(OS.LINUX)
class FontlessMachineTest {
  @TempDir private Path folder;

  /** A process that draws a picture into a file. */
  static final class Draw {
    private Draw() {}

    public static void main(String[] args) throws IOException {
      Files.write(Path.of(args[0]), picture().png());
    }
  }

  /** A process that loads a font as any program would. */
  static final class LoadFont {
    private LoadFont() {}

    public static void main(String[] args) throws IOException, FontFormatException {
      try (InputStream in = FontLibrary.class.getResourceAsStream("inter/Inter-Regular.otf")) {
        System.out.println(Font.createFont(Font.TRUETYPE_FONT, in));
      }
    }
  }

  private static Picture picture() {
    return new PicturePainter().paint(Drawings.heatmap(new Random(7)));
  }

  @BeforeEach
  void breakFontconfig() throws IOException {
    Files.writeString(folder.resolve("libfontconfig.so.1"), "not a library");
    Files.writeString(folder.resolve("libfontconfig.so"), "not a library");
  }

  @Test
  void drawsTheSamePicture() throws Exception {
    Path png = folder.resolve("picture.png");

    Process process = start(Draw.class, png.toString());

    String output = output(process);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(png).hasBinaryContent(picture().png());
  }

  @Test
  void isWhereJavaByItselfLoadsNoFont() throws Exception {
    Process process = start(LoadFont.class);

    assertThat(output(process)).contains("Problem reading font data");
    assertThat(process.waitFor()).isNotZero();
  }

  private Process start(Class<?> main, String... args) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            // Java remembers there what fontconfig said.
            "-Duser.home=" + folder,
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(List.of(args));
    builder.environment().put("LD_LIBRARY_PATH", folder.toString());
    return builder.redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
