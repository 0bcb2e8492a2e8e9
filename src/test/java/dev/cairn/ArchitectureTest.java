package dev.cairn;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cairn.database.Batch;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Update;
import dev.cairn.database.Upsert;
import dev.cairn.feature.checkin.CheckInStore;
import dev.cairn.feature.group.PlantedInFeature;
import dev.cairn.planted.PlantedViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the house: which room may know which. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cairn");

  /**
   * Each room with the other rooms that it may know. The command line and the composition root may
   * know everything.
   */
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("spelling", List.of());
    ROOMS.put("domain", List.of());
    ROOMS.put("chat", List.of());
    ROOMS.put("config", List.of("spelling"));
    ROOMS.put("catalog", List.of("spelling"));
    ROOMS.put("picture", List.of("domain"));
    ROOMS.put("command", List.of("chat", "spelling"));
    ROOMS.put("connection", List.of("chat"));
    ROOMS.put("http", List.of("config"));
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
    ROOMS.put("platform", List.of("command", "connection", "http", "chat", "config", "spelling"));
  }

  static List<String> rooms() {
    return List.copyOf(ROOMS.keySet());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomIsNotEmpty(String room) {
    assertThat(CLASSES.stream().filter(inRoom(room)).count())
        .as("classes in %s", room)
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyWhatItMay(String room) {
    onlyKnowsWhatItMay(room).check(CLASSES);
  }

  private static ArchRule onlyKnowsWhatItMay(String room) {
    String[] others =
        ROOMS.keySet().stream()
            .filter(
                other ->
                    !other.equals(room) && !ROOMS.getOrDefault(room, List.of()).contains(other))
            .map(other -> "dev.cairn." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("dev.cairn." + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(others)
                .or(resideInAnyPackage("dev.cairn", "dev.cairn.cli.."))
                .as("reside in a room that " + room + " may not know"));
  }

  /** Libraries that only one room may know. */
  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsKnownInOneRoom(Library library) {
    library.isKnownOnlyThere().check(CLASSES);
  }

  static List<Library> libraries() {
    return List.of(
        new Library("net.dv8tion..", List.of("dev.cairn.platform.discord..")),
        new Library("com.slack..", List.of("dev.cairn.platform.slack..")),
        new Library("io.javalin..", List.of("dev.cairn.http..", "dev.cairn.platform.local.page..")),
        new Library("org.jdbi..", List.of("dev.cairn.database..")),
        new Library("java.sql..", List.of("dev.cairn.database..")),
        new Library("org.apache.lucene..", List.of("dev.cairn.catalog..")),
        new Library("com.github.kagkarlsson..", List.of("dev.cairn.jobs..")),
        new Library("com.rometools..", List.of("dev.cairn.feature.feed..")),
        new Library("info.picocli..", List.of("dev.cairn.cli..")),
        new Library("java.awt..", List.of("dev.cairn.picture..")));
  }

  record Library(String packages, List<String> rooms) {
    ArchRule isKnownOnlyThere() {
      return noClasses()
          .that()
          .resideOutsideOfPackages(rooms.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages);
    }
  }

  @Test
  void noPlatformKnowsAnother() {
    slices().matching("dev.cairn.platform.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void featuresFormNoCircle() {
    slices().matching("dev.cairn.feature.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aStoreIsKnownOnlyToItsFeature() {
    knowsOnlyItsOwnStores().check(CLASSES);
  }

  /** The composition root puts stores and services together, and belongs to no feature. */
  private static ArchRule knowsOnlyItsOwnStores() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.cairn.*..")
        .should(
            new ArchCondition<>("know the store of another feature") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                    .filter(each -> isStore(each.getTargetClass()))
                    .filter(
                        each ->
                            !each.getTargetClass().getPackageName().equals(item.getPackageName()))
                    .forEach(
                        each ->
                            events.add(
                                SimpleConditionEvent.satisfied(item, each.getDescription())));
              }
            });
  }

  private static boolean isStore(JavaClass type) {
    return type.getSimpleName().endsWith("Store")
        && type.getPackageName().startsWith("dev.cairn.feature.");
  }

  @Test
  void onlyStoresOfFeaturesSpeakSql() {
    speaksSqlOnlyInStores().check(CLASSES);
  }

  /** Whoever has a query, an update or a row in hand is a store. */
  private static ArchRule speaksSqlOnlyInStores() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.cairn.feature..", "dev.cairn.platform..")
        .and()
        .haveNameNotMatching(".*Store(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Query.class, Update.class, Upsert.class, Batch.class, Row.class);
  }

  @Test
  void theDomainIsPure() {
    noClasses()
        .that()
        .resideInAPackage("dev.cairn.domain..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.cairn.domain..",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "java.net..",
                    "org.jspecify..")))
        .check(CLASSES);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    asksTheMachineForTheTime().check(CLASSES);
  }

  private static ArchRule asksTheMachineForTheTime() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(CLASSES);
  }

  /** A rule that cannot fail guards nothing: each of these meets a violation planted for it. */
  @Test
  void theRulesCanFail() {
    JavaClasses planted =
        new ClassFileImporter().importClasses(PlantedViolation.class, JavaClass.class);
    assertThat(asksTheMachineForTheTime().evaluate(planted).hasViolation()).isTrue();
    JavaClasses inDomain =
        new ClassFileImporter().importClasses(dev.cairn.domain.PlantedInDomain.class);
    assertThat(onlyKnowsWhatItMay("domain").evaluate(inDomain).hasViolation()).isTrue();
    JavaClasses withStores =
        new ClassFileImporter().importClasses(PlantedInFeature.class, CheckInStore.class);
    assertThat(knowsOnlyItsOwnStores().evaluate(withStores).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told).contains("PlantedInFeature", "CheckInStore"));
    assertThat(speaksSqlOnlyInStores().evaluate(withStores).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told).contains("PlantedInFeature", "Query"));
    assertThat(
            new Library("org.jdbi..", List.of("dev.cairn.database.."))
                .isKnownOnlyThere()
                .evaluate(withStores)
                .getFailureReport()
                .getDetails())
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told).contains("PlantedInFeature", "Handle"));
  }

  private static DescribedPredicate<JavaClass> inRoom(String room) {
    return resideInAnyPackage("dev.cairn." + room + "..");
  }
}
