package dev.cairn.feature.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of this machine by what Linux tells of it in {@code /proc}, so that another can see
 * that it has ended.
 *
 * @param where the boot of the machine, the space that its number is counted in, and the user: to
 *     whoever shares all three it is in sight
 * @param number by which the system calls it
 * @param begun when it began, in ticks since the machine did: a number is given again
 */
record LocalProcess(String where, String number, String begun) {
  private static final Path PROC = Path.of("/proc");
  private static final String SEPARATOR = " ";

  /** Of what is told after a process's name, which may hold anything; counted from the state. */
  private static final int BEGUN = 19;

  /** This process; empty where the system does not tell. */
  static Optional<LocalProcess> current() {
    return numbered(ProcessHandle.current().pid());
  }

  /** One of this machine and user; empty where the system does not tell. */
  static Optional<LocalProcess> numbered(long pid) {
    try {
      String where =
          String.join(
              "/",
              Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip(),
              Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString(),
              Files.getAttribute(PROC.resolve("self"), "unix:uid").toString());
      String number = Long.toString(pid);
      return Optional.of(new LocalProcess(where, number, told(number)[BEGUN]));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException untold) {
      return Optional.empty();
    }
  }

  /** The same from what {@link #recorded} gave; empty where it is none. */
  static Optional<LocalProcess> of(String recorded) {
    String[] parts = recorded.split(SEPARATOR, -1);
    return parts.length == 3
        ? Optional.of(new LocalProcess(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /** What is kept of it: at most 200 characters. */
  String recorded() {
    return String.join(SEPARATOR, where, number, begun);
  }

  /** Whether it is certain that another process, which would be in this one's sight, has ended. */
  boolean seesTheEndOf(LocalProcess other) {
    if (!where.equals(other.where)) {
      return false;
    }
    try {
      String[] told = told(other.number);
      return !told[BEGUN].equals(other.begun) || told[0].equals("Z");
    } catch (NoSuchFileException ended) {
      return true;
    } catch (IOException | IllegalArgumentException untold) {
      return false;
    }
  }

  private static String[] told(String number) throws IOException {
    String told = Files.readString(PROC.resolve(number).resolve("stat"));
    String[] fields = told.substring(told.lastIndexOf(')') + 2).split(" ", -1);
    if (fields.length <= BEGUN) {
      throw new IOException("no more than " + fields.length + " fields");
    }
    return fields;
  }
}
