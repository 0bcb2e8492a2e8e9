package dev.cairn.feature.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of suggestions promises. */
final class SuggestionStoreTest {
  private static final Instant AT = Instant.parse("2026-01-01T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String LONGEST = "🪨".repeat(Suggestion.LONGEST);

  private static List<String> questions(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::question).toList();
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsSuggestedAndDecidedOnce(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      CommunityId community = asha.community().id();
      Account account = lab.members.accounts(asha).getFirst();
      SuggestionStore store = new SuggestionStore(database);
      store.add(asha, account, "first", false, AT);
      store.add(ben, lab.members.accounts(ben).getFirst(), LONGEST, true, AT);
      store.add(asha, account, "third", true, AT);

      assertThat(questions(store.waiting(community))).containsExactly("first", LONGEST, "third");
      assertThat(questions(store.by(asha, 10))).containsExactly("third", "first");
      assertThat(questions(store.by(asha, 1))).containsExactly("third");
      assertThat(store.waiting(asha)).isEqualTo(2);
      Suggestion first = store.by(asha, 10).getLast();
      assertThat(first.name()).isEqualTo("asha");
      assertThat(first.account()).isEqualTo(account);
      assertThat(first.named()).isFalse();
      assertThat(first.state()).isEqualTo(Suggestion.State.WAITING);
      assertThat(first.usedOn()).isNull();
      assertThat(store.find(community, first.id())).contains(first);
      assertThat(store.find(new CommunityId(community.value() + 1), first.id())).isEmpty();

      assertThat(store.decide(ben, first.id(), Suggestion.State.LEFT, AT)).isTrue();
      assertThat(store.decide(ben, first.id(), Suggestion.State.TAKEN, AT)).isFalse();
      assertThat(store.find(community, first.id()).map(Suggestion::state))
          .contains(Suggestion.State.LEFT);
      assertThat(store.waiting(asha)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksWhatWasTakenFirstAndEachOnOneDate(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      CommunityId community = asha.community().id();
      Account account = lab.members.accounts(asha).getFirst();
      SuggestionStore store = new SuggestionStore(database);
      for (String question : List.of("one", "two", "three")) {
        store.add(asha, account, question, true, AT);
      }
      List<Suggestion> all = store.waiting(community);
      store.decide(asha, all.get(2).id(), Suggestion.State.TAKEN, AT);
      store.decide(asha, all.get(0).id(), Suggestion.State.TAKEN, AT.plusNanos(1000));
      assertThat(questions(store.coming(community))).containsExactly("three", "one");
      assertThat(store.on(community, DAY)).isEmpty();

      store.use(community, all.get(2).id(), DAY);
      store.use(community, all.get(2).id(), DAY.plusDays(1));
      assertThat(questions(store.coming(community))).containsExactly("one");
      assertThat(store.on(community, DAY)).map(Suggestion::question).contains("three");
      assertThat(store.on(community, DAY).orElseThrow().usedOn()).isEqualTo(DAY);
      assertThat(store.on(community, DAY.plusDays(1))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void passesOnOnlyWhatOthersAccountsSuggested(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      SuggestionStore store = new SuggestionStore(database);
      store.add(asha, lab.members.accounts(asha).getFirst(), "hers", true, AT);
      store.add(asha, lab.members.accounts(ben).getFirst(), "his", true, AT);
      store.pass(asha, ben);
      assertThat(questions(store.by(asha, 10))).containsExactly("hers");
      assertThat(questions(store.by(ben, 10))).containsExactly("his");
    }
  }
}
