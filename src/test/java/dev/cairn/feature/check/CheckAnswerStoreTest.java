package dev.cairn.feature.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.feature.member.Member;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of answers promises. */
final class CheckAnswerStoreTest {

  @ParameterizedTest
  @EnumSource
  void whatWasEverAnsweredRightlyIsKnown(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CheckAnswerStore store = new CheckAnswerStore(database);
      Member asha = people.here("asha");
      save(store, asha, "1", "day.one", false);
      save(store, asha, "2", "day.one", true);
      save(store, asha, "3", "day.one", false);
      save(store, asha, "4", "day.two", false);
      save(store, people.here("bela"), "5", "day.two", true);
      save(store, people.elsewhere("asha"), "6", "day.two", true);

      assertThat(store.right(asha, List.of("day.one", "day.two", "day.three")))
          .containsExactly("day.one");
      assertThat(store.right(asha, List.of("day.two"))).isEmpty();
      assertThat(store.right(asha, List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInteractionThatIsDeliveredTwiceCountsOnce(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      CheckAnswerStore store = new CheckAnswerStore(database);
      Member asha = new People(database).here("asha");
      save(store, asha, "1", "day.one", false);
      save(store, asha, "1", "day.one", true);

      assertThat(store.right(asha, List.of("day.one"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneKnewTheOtherKnowsAfterwards(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      CheckAnswerStore store = new CheckAnswerStore(database);
      Member asha = people.here("asha");
      Member bela = people.here("bela");
      save(store, asha, "1", "day.one", true);
      save(store, bela, "2", "day.two", true);

      store.copy(asha, bela);
      store.copy(asha, bela);

      assertThat(store.right(bela, List.of("day.one", "day.two")))
          .containsExactlyInAnyOrder("day.one", "day.two");
      assertThat(store.right(asha, List.of("day.one", "day.two"))).containsExactly("day.one");
    }
  }

  private static void save(
      CheckAnswerStore store, Member member, String interaction, String check, boolean right) {
    store.save(new CheckAnswer(member, interaction, check, right, People.MET));
  }
}
