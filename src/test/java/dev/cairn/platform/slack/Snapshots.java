package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is sent, kept as files to look at. {@code -Dcairn.snapshots=update} writes them anew; read
 * the difference before you commit it.
 */
public final class Snapshots {
  private static final Path FOLDER = Path.of("src/test/resources/snapshots/slack");
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Snapshots() {}

  public static void assertMatches(String name, JsonElement actual) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    String text = PRETTY.toJson(actual) + "\n";
    if ("update".equals(System.getProperty("cairn.snapshots"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(file).as("a snapshot; -Dcairn.snapshots=update writes it").exists();
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
