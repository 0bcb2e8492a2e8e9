package dev.cairn.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.feature.Agenda.Entry;
import dev.cairn.feature.AgendaStore.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every agenda promises. */
final class AgendaStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private static Due due(String kind, String subject, Instant at) {
    return new Due(new Entry(kind, subject, at), at, 0);
  }

  /** What is worked off until an instant, in order. */
  private static List<Due> workOff(JdbiAgenda agenda, Instant until) {
    List<Due> done = new ArrayList<>();
    for (Optional<Due> next = agenda.next(until); next.isPresent(); next = agenda.next(until)) {
      done.add(next.get());
      agenda.remove(next.get().entry());
    }
    return done;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDueComesInItsOrderAndNothingComesEarly(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JdbiAgenda agenda = new JdbiAgenda(database);
      assertThat(agenda.next(AT)).isEmpty();
      agenda.plan("b", "1", AT);
      agenda.plan("a", "2", AT);
      agenda.plan("a", "1", AT);
      agenda.plan("z", "0", AT.minusSeconds(1));
      agenda.plan("a", "0", AT.plusMillis(1));
      assertThat(workOff(agenda, AT))
          .containsExactly(
              due("z", "0", AT.minusSeconds(1)),
              due("a", "1", AT),
              due("a", "2", AT),
              due("b", "1", AT));
      assertThat(workOff(agenda, AT.plusMillis(1)))
          .containsExactly(due("a", "0", AT.plusMillis(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPlannedTwiceForOneInstantIsDoneOnce(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      JdbiAgenda agenda = new JdbiAgenda(database);
      // Finer than the agenda tells instants apart.
      People.writeAtOnce(database, 6, thread -> agenda.plan("a", "1@odd", AT.plusNanos(thread)));
      agenda.plan("a", "1@odd", AT.plusSeconds(1));
      assertThat(workOff(agenda, AT.plusSeconds(1)))
          .containsExactly(due("a", "1@odd", AT), due("a", "1@odd", AT.plusSeconds(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailedComesAgainLaterAndSaysHowOften(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JdbiAgenda agenda = new JdbiAgenda(database);
      Entry entry = new Entry("a", "1", AT);
      agenda.plan("a", "1", AT);
      agenda.postpone(entry, AT.plusSeconds(60));
      assertThat(agenda.next(AT.plusSeconds(59))).isEmpty();
      assertThat(agenda.next(AT.plusSeconds(60))).contains(new Due(entry, AT.plusSeconds(60), 1));
      agenda.postpone(entry, AT.plusSeconds(120));
      assertThat(agenda.next(AT.plusSeconds(120))).contains(new Due(entry, AT.plusSeconds(120), 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyClaimedIsNobodyElsesUntilClaimsEnd(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JdbiAgenda agenda = new JdbiAgenda(database);
      agenda.plan("a", "1", AT);
      // As db-scheduler claims it.
      database.with(
          handle -> handle.execute("update scheduled_tasks set picked = true, picked_by = 'me'"));
      assertThat(agenda.next(AT)).isEmpty();
      agenda.endClaims();
      assertThat(agenda.next(AT)).contains(due("a", "1", AT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUndoneWasNeverPlanned(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JdbiAgenda agenda = new JdbiAgenda(database);
      assertThatThrownBy(
              () ->
                  database.write(
                      () -> {
                        agenda.plan("a", "1", AT);
                        throw new IllegalStateException("undo");
                      }))
          .hasMessage("undo");
      assertThat(agenda.next(AT)).isEmpty();
    }
  }
}
