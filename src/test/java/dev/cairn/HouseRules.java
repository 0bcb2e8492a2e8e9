package dev.cairn;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.cairn.database.Batch;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Update;
import dev.cairn.database.Upsert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house: which room may know which, how classes are named and sorted. */
final class HouseRules {
  /** The most files that a package may have. */
  static final int FILES_IN_A_PACKAGE = 25;

  /**
   * Each room with the other rooms that it may know. The command line and the composition root may
   * know everything.
   */
  static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("spelling", List.of());
    ROOMS.put("domain", List.of());
    ROOMS.put("chat", List.of());
    ROOMS.put("config", List.of("spelling"));
    ROOMS.put("catalog", List.of("spelling"));
    ROOMS.put("picture", List.of("domain"));
    ROOMS.put("command", List.of("chat", "spelling"));
    ROOMS.put("connection", List.of("chat"));
    ROOMS.put("http", List.of());
    ROOMS.put(
        "feature",
        List.of(
            "command",
            "connection",
            "chat",
            "catalog",
            "domain",
            "picture",
            "database",
            "jobs",
            "spelling"));
    ROOMS.put("jobs", List.of("database", "domain"));
    ROOMS.put("database", List.of("domain", "config"));
    ROOMS.put("platform", List.of("command", "connection", "http", "chat", "config"));
  }

  /** Libraries that only a few packages may know. */
  static final List<Library> LIBRARIES =
      List.of(
          new Library("net.dv8tion..", List.of("dev.cairn.platform.discord..")),
          new Library("com.slack..", List.of("dev.cairn.platform.slack..")),
          new Library(
              "io.javalin..", List.of("dev.cairn.http..", "dev.cairn.platform.local.page..")),
          new Library("org.jdbi..", List.of("dev.cairn.database..")),
          new Library("java.sql..", List.of("dev.cairn.database..")),
          new Library("org.apache.lucene..", List.of("dev.cairn.catalog..")),
          new Library("com.github.kagkarlsson..", List.of("dev.cairn.jobs..")),
          new Library("com.rometools..", List.of("dev.cairn.feature.feed..")),
          new Library("picocli..", List.of("dev.cairn.cli..")),
          new Library("java.awt..", List.of("dev.cairn.picture..")));

  /** What asks the machine for the time. */
  static final Map<Class<?>, List<String>> MACHINE_TIME =
      Map.of(
          Instant.class, List.of("now"),
          Clock.class, List.of("systemUTC", "systemDefaultZone"),
          LocalDate.class, List.of("now"),
          LocalDateTime.class, List.of("now"),
          System.class, List.of("currentTimeMillis"));

  /** Whoever has one of these in hand speaks SQL. */
  static final Class<?>[] SQL = {Query.class, Update.class, Upsert.class, Batch.class, Row.class};

  /** Endings of names that do not say what a class is. */
  static final List<String> EMPTY_NAMES = List.of("Util", "Utils", "Helper", "Manager", "Impl");

  private HouseRules() {}

  /** A library, and the packages that may know it. */
  record Library(String packages, List<String> rooms) {
    ArchRule isKnownOnlyThere() {
      return noClasses()
          .that()
          .resideOutsideOfPackages(rooms.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages);
    }

    @Override
    public String toString() {
      return packages;
    }
  }

  /** The rooms that a room may not know. */
  static List<String> closedTo(String room) {
    return ROOMS.keySet().stream()
        .filter(
            other -> !other.equals(room) && !ROOMS.getOrDefault(room, List.of()).contains(other))
        .toList();
  }

  static ArchRule knowsOnlyWhatItMay(String room) {
    return noClasses()
        .that()
        .resideInAPackage("dev.cairn." + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    closedTo(room).stream()
                        .map(other -> "dev.cairn." + other + "..")
                        .toArray(String[]::new))
                .or(resideInAnyPackage("dev.cairn", "dev.cairn.cli.."))
                .as("reside in a room that " + room + " may not know"));
  }

  static ArchRule platformsDoNotKnowEachOther() {
    return slices().matching("dev.cairn.platform.(*)..").should().notDependOnEachOther();
  }

  static ArchRule featuresFormNoCircle() {
    return slices().matching("dev.cairn.feature.(*)..").should().beFreeOfCycles();
  }

  /** Packages, each for itself. The composition root and the command line know each other. */
  static ArchRule packagesFormNoCircle() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String in = type.getPackageName();
                return !in.startsWith("dev.cairn.") || in.startsWith("dev.cairn.cli")
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(in);
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  /** The composition root puts stores and services together, and belongs to no feature. */
  static ArchRule knowsOnlyItsOwnStores() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.cairn.*..")
        .should(
            new ArchCondition<>("know the store of another feature") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                    .filter(each -> isStore(each.getTargetClass()))
                    .filter(each ->
                        !each.getTargetClass().getPackageName().equals(item.getPackageName()))
                    .forEach(each ->
                        events.add(SimpleConditionEvent.satisfied(item, each.getDescription())));
              }
            });
  }

  static boolean isStore(JavaClass type) {
    return type.getSimpleName().endsWith("Store")
        && type.getPackageName().startsWith("dev.cairn.feature.");
  }

  /** Whoever has a query, an update or a row in hand is a store. */
  static ArchRule speaksSqlOnlyInStores() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.cairn.feature..", "dev.cairn.platform..")
        .and()
        .haveNameNotMatching(".*Store(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(SQL);
  }

  static ArchRule domainIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("dev.cairn.domain..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "dev.cairn.domain..",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "java.net..",
                    "org.jspecify..")));
  }

  static ArchRule asksTheMachineForTheTime() {
    return noClasses()
        .should(
            new ArchCondition<>("ask the machine for the time") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                    .filter(call ->
                        MACHINE_TIME.entrySet().stream()
                            .anyMatch(asked ->
                                call.getTargetOwner().isEquivalentTo(asked.getKey())
                                    && asked.getValue().contains(call.getName())))
                    .forEach(call ->
                        events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
              }
            });
  }

  static ArchRule namesSayNothing() {
    return noClasses().should().haveNameMatching(".*(" + String.join("|", EMPTY_NAMES) + ")");
  }

  /** The packages below some folders that have too many files, with how many they have. */
  static Map<String, Long> tooFull(List<Path> folders) {
    Map<String, Long> full = new TreeMap<>();
    for (Path folder : folders) {
      sources(folder).stream()
          .collect(
              Collectors.groupingBy(
                  file -> file.resolveSibling(".").normalize().toString(), Collectors.counting()))
          .forEach((where, files) -> {
            if (files > FILES_IN_A_PACKAGE) {
              full.put(where, files);
            }
          });
    }
    return full;
  }

  /** The simple names of classes that stand more than once below some folders, with where. */
  static Map<String, List<Path>> namedTwice(List<Path> folders) {
    Map<String, List<Path>> named =
        folders.stream()
            .flatMap(folder -> sources(folder).stream())
            .collect(
                Collectors.groupingBy(
                    file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
    named.keySet().removeAll(Set.of("package-info.java", "module-info.java"));
    named.values().removeIf(files -> files.size() == 1);
    return named;
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
