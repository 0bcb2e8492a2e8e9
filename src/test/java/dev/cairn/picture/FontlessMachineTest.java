package dev.cairn.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On Linux, Java finds fonts through the library fontconfig, which a small container lacks. */
@EnabledOnOs(OS.LINUX)
class FontlessMachineTest {
  private static final String LIBRARY = "libfontconfig";

  /** A process that draws a picture to a file, and tells which libraries it loaded for that. */
  static final class Draw {
    public static void main(String[] args) throws IOException {
      Files.write(Path.of(args[0]), picture().png());
      Files.copy(Path.of("/proc/self/maps"), Path.of(args[1]));
    }
  }

  private static Picture picture() {
    return new PicturePainter().paint(Drawings.heatmap(new Random(7)));
  }

  @Test
  void drawsTheSamePictureWithoutLookingForFonts(@TempDir Path folder) throws Exception {
    Path png = folder.resolve("picture.png");
    Path libraries = folder.resolve("libraries");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-classpath",
                System.getProperty("java.class.path"),
                Draw.class.getName(),
                png.toString(),
                libraries.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(png).hasBinaryContent(picture().png());
    List<String> loaded = Files.readAllLines(libraries);
    assertThat(loaded).anyMatch(line -> line.contains("libfontmanager"));
    assertThat(loaded).noneMatch(line -> line.contains(LIBRARY));
  }
}
