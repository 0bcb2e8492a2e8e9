package dev.cairn.cli;

import dev.cairn.Service;
import dev.cairn.config.Settings;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cairn run}: connects, until it is told to stop. */
@Command(
    name = "run",
    description = "Connect every platform whose token is set; if none is set, open the playground.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    return run(spec.commandLine().getOut());
  }

  /** Runs until the process is asked to end. */
  static int run(PrintWriter out) throws InterruptedException {
    Settings settings = Environment.settings();
    CountDownLatch stopped = new CountDownLatch(1);
    Service service =
        new Service(settings, Environment.catalogMeanwhile(settings), InstantSource.system());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  service.close();
                  stopped.countDown();
                }));
    service.greeting().forEach(out::println);
    out.flush();
    // A start that fails has one line to say, and this is not it.
    HeapAdvice.of(Runtime.getRuntime().maxMemory()).ifPresent(LOG::warn);
    stopped.await();
    return CommandLine.ExitCode.OK;
  }
}
