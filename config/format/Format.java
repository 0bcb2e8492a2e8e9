import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks or writes the format of every Java file below a folder: {@code java Format.java check|apply FOLDER}. The build starts it in the
 * JDK it compiles with, because the formatter parses with the compiler of the JDK it runs in.
 */
public final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    List<Path> unformatted = new ArrayList<>();
    List<Path> sources;
    try (var files = Files.walk(Path.of(args[1]))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path source : sources) {
      String before = Files.readString(source);
      String after;
      try {
        after = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(FORMATTER.formatSource(before)),
            JavaFormatterOptions.Style.GOOGLE);
      } catch (FormatterException e) {
        System.err.println(source + ": " + e.getMessage());
        System.exit(1);
        return;
      }
      if (!after.equals(before)) {
        unformatted.add(source);
        if (apply) {
          Files.writeString(source, after);
        }
      }
    }
    if (!apply && !unformatted.isEmpty()) {
      unformatted.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("write the format with: mvn -q initialize exec:exec@format");
      System.exit(1);
    }
  }
}
