package dev.cairn.feature.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.DateRange;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of answers promises. */
final class DiscussionStoreTest {
  private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final DateRange WEEK = new DateRange(DAY, DAY.plusDays(6));
  private static final String LONGEST = "🪨".repeat(DiscussionAnswer.LONGEST);

  private static List<String> words(List<DiscussionAnswer> answers) {
    return answers.stream().map(DiscussionAnswer::words).toList();
  }

  private static Account account(TestCommunity lab, Member member) {
    return lab.members.accounts(member).getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void keepsOneAnswerOfAMemberAndDate(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-05T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      CommunityId community = asha.community().id();
      DiscussionStore store = new DiscussionStore(database);
      assertThat(store.find(asha, DAY)).isEmpty();
      store.save(ben, DAY, account(lab, ben), "second", true, AT.plusNanos(1000));
      store.save(asha, DAY, account(lab, asha), "first", true, AT);
      store.save(asha, DAY.plusDays(1), account(lab, asha), "tomorrow", true, AT);
      assertThat(words(store.on(community, DAY))).containsExactly("first", "second");

      store.save(asha, DAY, account(lab, asha), LONGEST, false, AT.plusSeconds(60));
      DiscussionAnswer answer = store.find(asha, DAY).orElseThrow();
      assertThat(answer.words()).isEqualTo(LONGEST);
      assertThat(answer.quotable()).isFalse();
      assertThat(answer.at()).as("of the first words").isEqualTo(AT);
      assertThat(answer.name()).isEqualTo("asha");
      assertThat(answer.account()).isEqualTo(account(lab, asha));
      assertThat(answer.struck()).isNull();

      assertThat(store.remove(asha, DAY)).isTrue();
      assertThat(store.remove(asha, DAY)).isFalse();
      assertThat(words(store.on(community, DAY))).containsExactly("second");
      assertThat(words(store.on(community, DAY.plusDays(1)))).containsExactly("tomorrow");
      assertThat(store.on(new CommunityId(community.value() + 1), DAY)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsAndQuotesOnlyWhatStands(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-05T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      CommunityId community = asha.community().id();
      DiscussionStore store = new DiscussionStore(database);
      store.save(asha, DAY, account(lab, asha), "quote me", true, AT);
      store.save(ben, DAY, account(lab, ben), "do not", false, AT);
      store.save(ben, DAY.plusDays(6), account(lab, ben), "sunday", true, AT.plusSeconds(1));
      store.save(asha, DAY.plusDays(7), account(lab, asha), "next week", true, AT);
      assertThat(words(store.quotable(community, WEEK))).containsExactly("quote me", "sunday");

      store.strike(asha, DAY, "off topic");
      assertThat(words(store.quotable(community, WEEK))).containsExactly("sunday");
      assertThat(words(store.on(community, DAY))).containsExactly("do not");
      assertThat(store.find(asha, DAY).orElseThrow().struck()).isEqualTo("off topic");
      assertThat(store.remove(asha, DAY)).as("it is kept, so that none takes its place").isFalse();

      store.strike(asha, DAY, null);
      assertThat(words(store.quotable(community, WEEK))).containsExactly("quote me", "sunday");
    }
  }

  @ParameterizedTest
  @EnumSource
  void passesOnWhatOthersAccountsAnsweredButForDaysOfTheirOwn(DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-05T09:00:00Z");
      Member asha = lab.member("asha");
      Member ben = lab.member("ben");
      DiscussionStore store = new DiscussionStore(database);
      store.save(asha, DAY, account(lab, asha), "hers", true, AT);
      store.save(asha, DAY.plusDays(1), account(lab, ben), "his", true, AT);
      store.save(asha, DAY.plusDays(2), account(lab, ben), "his, too", true, AT);
      store.save(ben, DAY.plusDays(2), account(lab, ben), "his own", true, AT);
      store.pass(asha, ben);
      assertThat(store.find(asha, DAY)).map(DiscussionAnswer::words).contains("hers");
      assertThat(store.find(asha, DAY.plusDays(1))).isEmpty();
      assertThat(store.find(ben, DAY.plusDays(1))).map(DiscussionAnswer::words).contains("his");
      assertThat(store.find(asha, DAY.plusDays(2)))
          .map(DiscussionAnswer::words)
          .contains("his, too");
      assertThat(store.find(ben, DAY.plusDays(2))).map(DiscussionAnswer::words).contains("his own");
    }
  }
}
