package dev.cairn.bench;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A program that runs in a process of its own, seen from outside. */
final class Program implements AutoCloseable {
  private static final int LAST_WORDS = 4_000;

  private final Process process;
  private final Path log;
  private final long began = System.nanoTime();

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it in a folder. */
  static Program start(List<String> command, Map<String, String> environment, Path folder) {
    try {
      Path log = Files.createTempFile(folder, "output", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(environment);
      return new Program(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Since it was started. */
  double age() {
    return (System.nanoTime() - began) / 1e6;
  }

  /** What it has taken of the processors so far, to the hundredth of a second. */
  double processorMillis() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /** Its resident memory; NaN where the system does not tell. */
  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException notLinux) {
      return Double.NaN;
    }
  }

  /**
   * What it has allocated so far. Asking makes it listen for such questions, which takes memory:
   * last of all.
   */
  @SuppressWarnings("BanJNDI") // a program that we started ourselves, on this machine
  double allocatedKilobytes() {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      String address = machine.startLocalManagementAgent();
      machine.detach();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        return (long)
                beans.getAttribute(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                    "TotalThreadAllocatedBytes")
            / 1024.0;
      }
    } catch (Exception impossible) {
      System.err.println("allocation could not be read: " + impossible);
      return Double.NaN;
    }
  }

  /** The end of what it has said so far. */
  String lastWords() {
    String said = said();
    return said.substring(Math.max(0, said.length() - LAST_WORDS));
  }

  /** Waits for its end; how it ended. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** All that it has said so far. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a power cut would: it can do nothing more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
