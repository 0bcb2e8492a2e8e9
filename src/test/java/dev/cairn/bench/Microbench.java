package dev.cairn.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Runs the JMH benchmarks among the tests: {@code Microbench SOURCES FOLDER [JMH'S OPTIONS]}. JMH
 * needs classes made of the benchmarks; they are made here and not by the build, which is slow
 * enough.
 */
public final class Microbench {
  private Microbench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    String classpath = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:full",
                "-processor",
                "org.openjdk.jmh.generators.BenchmarkProcessor",
                "-implicit:none",
                "-d",
                folder.toString(),
                "-classpath",
                classpath));
    try (Stream<Path> sources = Files.walk(Path.of(arguments[0]))) {
      sources
          .map(Path::toString)
          .filter(source -> source.endsWith("Benchmarks.java"))
          .forEach(options::add);
    }
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new))
        != 0) {
      throw new IllegalStateException("the benchmarks do not compile");
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                folder + File.pathSeparator + classpath,
                "org.openjdk.jmh.Main",
                "-jvmArgs",
                "-Djava.awt.headless=true"));
    command.addAll(List.of(arguments).subList(2, arguments.length));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
