package dev.cairn;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.cairn.HouseRules.Library;
import dev.cairn.feature.checkin.CheckInStore;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule is seen to fail where it is broken on purpose. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cairn");

  private static final List<Path> SOURCES =
      List.of(Path.of("src", "main", "java"), Path.of("src", "test", "java"));

  static List<String> rooms() {
    return List.copyOf(HouseRules.ROOMS.keySet());
  }

  static List<Library> libraries() {
    return HouseRules.LIBRARIES;
  }

  @Test
  void everyRoomIsOnTheMapAndNoneIsEmpty() {
    Set<String> there =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.cairn."))
            .map(name -> name.replaceFirst("dev\\.cairn\\.", "").replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(there).contains("cli");
    there.remove("cli");
    assertThat(there).containsExactlyInAnyOrderElementsOf(rooms());
  }

  /** A permission that nobody uses any more is a hole in a wall. */
  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsWhatItMay(String room) {
    assertThat(HouseRules.ROOMS.get(room))
        .allSatisfy(other ->
            assertThat(knowledge("dev.cairn." + room + "..", "dev.cairn." + other + ".."))
                .as("%s knows %s", room, other)
                .isTrue());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsNothingElse(String room) {
    HouseRules.knowsOnlyWhatItMay(room).check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsKnownInOneRoom(Library library) {
    assertThat(library.rooms())
        .allSatisfy(room ->
            assertThat(knowledge(room, library.packages()))
                .as("%s knows %s", room, library)
                .isTrue());
    library.isKnownOnlyThere().check(CLASSES);
  }

  private static String oneOf(String room) {
    return CLASSES.that(resideInAnyPackage("dev.cairn." + room + "..")).stream()
        .findFirst()
        .orElseThrow()
        .getName();
  }

  private static boolean knowledge(String who, String whom) {
    var known = resideInAnyPackage(whom);
    return CLASSES.that(resideInAnyPackage(who)).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(each -> known.test(each.getTargetClass()));
  }

  @Test
  void noPlatformKnowsAnother() {
    HouseRules.platformsDoNotKnowEachOther().check(CLASSES);
  }

  @Test
  void featuresFormNoCircle() {
    HouseRules.featuresFormNoCircle().check(CLASSES);
  }

  @Test
  void packagesFormNoCircle() {
    HouseRules.packagesFormNoCircle().check(CLASSES);
  }

  @Test
  void aStoreIsKnownOnlyToItsFeature() {
    HouseRules.knowsOnlyItsOwnStores().check(CLASSES);
  }

  @Test
  void onlyStoresOfFeaturesSpeakSql() {
    HouseRules.speaksSqlOnlyInStores().check(CLASSES);
  }

  @Test
  void theDomainIsPure() {
    HouseRules.domainIsPure().check(CLASSES);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    HouseRules.asksTheMachineForTheTime().check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    HouseRules.namesSayNothing().check(CLASSES);
  }

  @Test
  void noPackageIsTooFull() {
    assertThat(HouseRules.tooFull(SOURCES)).isEmpty();
  }

  @Test
  void noNameStandsTwice() {
    assertThat(HouseRules.namedTwice(SOURCES)).isEmpty();
  }

  /** A rule that cannot fail guards nothing: each meets a violation that is planted for it. */
  @Nested
  final class Broken {
    @TempDir private Path folder;

    static List<Library> libraries() {
      return HouseRules.LIBRARIES;
    }

    static Stream<Method> askingForTheTime() {
      return HouseRules.MACHINE_TIME.entrySet().stream()
          .flatMap(asked ->
              asked.getValue().stream()
                  .map(name -> {
                    try {
                      return asked.getKey().getMethod(name);
                    } catch (NoSuchMethodException e) {
                      throw new AssertionError(e);
                    }
                  }));
    }

    static Stream<Class<?>> sql() {
      return Stream.of(HouseRules.SQL);
    }

    static List<String> emptyNames() {
      return HouseRules.EMPTY_NAMES;
    }

    /** Each of the rooms that are closed to it is told of. */
    @ParameterizedTest
    @MethodSource("dev.cairn.ArchitectureTest#rooms")
    void aRoomKnowsOthers(String room) {
      String[] known =
          Stream.concat(
                  Stream.concat(HouseRules.closedTo(room).stream(), Stream.of("cli"))
                      .map(ArchitectureTest::oneOf),
                  Stream.of(CairnApp.class.getName()))
              .toArray(String[]::new);
      assertBroken(
          HouseRules.knowsOnlyWhatItMay(room),
          planted().knowing("dev.cairn." + room + ".Planted", known),
          known);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsKnownElsewhere(Library library) {
      var there = resideInAnyPackage(library.packages());
      String known =
          CLASSES.stream()
              .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
              .map(each -> each.getTargetClass().getBaseComponentType())
              .filter(there)
              .findFirst()
              .orElseThrow()
              .getName();
      assertBroken(
          library.isKnownOnlyThere(),
          planted().knowing("dev.cairn.feature.group.Planted", known),
          known);
    }

    @Test
    void aPlatformKnowsAnother() {
      assertBroken(
          HouseRules.platformsDoNotKnowEachOther(),
          planted()
              .knowing("dev.cairn.platform.one.Planted", "dev.cairn.platform.two.Planted")
              .knowing("dev.cairn.platform.two.Planted"),
          "dev.cairn.platform.two.Planted");
    }

    @Test
    void featuresFormACircle() {
      assertBroken(HouseRules.featuresFormNoCircle(), circle("dev.cairn.feature."), "Planted");
    }

    @Test
    void packagesFormACircle() {
      assertBroken(HouseRules.packagesFormNoCircle(), circle("dev.cairn.chat."), "Planted");
      assertBroken(
          HouseRules.packagesFormNoCircle(),
          planted()
              .knowing("dev.cairn.chat.Planted", "dev.cairn.chat.reply.Planted")
              .knowing("dev.cairn.chat.reply.Planted", "dev.cairn.chat.Planted"),
          "dev.cairn.chat.reply.Planted");
      assertBroken(
          HouseRules.packagesFormNoCircle(), circle("dev.cairn.platform.discord."), "Planted");
      assertBroken(
          HouseRules.packagesFormNoCircle(), circle("dev.cairn.platform.slack."), "Planted");
    }

    private PlantedClasses circle(String within) {
      return planted()
          .knowing(within + "one.Planted", within + "two.Planted")
          .knowing(within + "two.Planted", within + "one.Planted");
    }

    @Test
    void aFeatureKnowsTheStoreOfAnother() {
      assertBroken(
          HouseRules.knowsOnlyItsOwnStores(),
          planted().knowing("dev.cairn.feature.group.Planted", CheckInStore.class.getName()),
          CheckInStore.class.getName());
    }

    @ParameterizedTest
    @MethodSource("sql")
    void sqlIsSpokenOutsideAStore(Class<?> verb) {
      assertBroken(
          HouseRules.speaksSqlOnlyInStores(),
          planted().knowing("dev.cairn.feature.group.Planted", verb.getName()),
          verb.getName());
    }

    @Test
    void theDomainReadsFiles() {
      assertBroken(
          HouseRules.domainIsPure(),
          planted().knowing("dev.cairn.domain.day.Planted", Path.class.getName()),
          Path.class.getName());
    }

    @ParameterizedTest
    @MethodSource("askingForTheTime")
    void somebodyAsksTheMachineForTheTime(Method asked) {
      assertBroken(
          HouseRules.asksTheMachineForTheTime(),
          planted().calling("dev.cairn.feature.group.Planted", asked),
          asked.getName());
    }

    @ParameterizedTest
    @MethodSource("emptyNames")
    void aNameSaysNothing(String ending) {
      assertBroken(
          HouseRules.namesSayNothing(),
          planted().knowing("dev.cairn.feature.group.Planted" + ending),
          "Planted" + ending);
    }

    @Test
    void aPackageIsTooFull() throws IOException {
      Path full = Files.createDirectories(folder.resolve("full"));
      Path deeper = Files.createDirectories(full.resolve("deeper"));
      for (int i : IntStream.rangeClosed(1, HouseRules.FILES_IN_A_PACKAGE).toArray()) {
        Files.createFile(full.resolve("A" + i + ".java"));
        Files.createFile(deeper.resolve("B" + i + ".java"));
      }
      assertThat(HouseRules.tooFull(List.of(folder))).isEmpty();
      Files.createFile(full.resolve("A.java"));
      assertThat(HouseRules.tooFull(List.of(folder)))
          .containsOnlyKeys(full.toString())
          .containsValue(HouseRules.FILES_IN_A_PACKAGE + 1L);
    }

    @Test
    void aNameStandsTwice() throws IOException {
      Path main = Files.createDirectories(folder.resolve("main"));
      Path test = Files.createDirectories(folder.resolve("test"));
      for (String name : List.of("Stage.java", "package-info.java")) {
        Files.createFile(main.resolve(name));
        Files.createFile(test.resolve(name));
      }
      Files.createFile(test.resolve("StageTest.java"));
      assertThat(HouseRules.namedTwice(List.of(main, test)))
          .containsOnlyKeys("Stage.java")
          .containsValue(List.of(main.resolve("Stage.java"), test.resolve("Stage.java")));
    }

    private PlantedClasses planted() {
      return new PlantedClasses(folder);
    }

    private static void assertBroken(ArchRule rule, PlantedClasses planted, String... told) {
      List<String> details = rule.evaluate(planted.classes()).getFailureReport().getDetails();
      assertThat(told)
          .as(rule.getDescription())
          .allSatisfy(each ->
              assertThat(details)
                  .anySatisfy(detail -> assertThat(detail).contains("Planted", each)));
    }
  }
}
