package dev.cairn.feature.quiz;

import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.MessageComposer;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.quiz.QuizStore.RoundAnswer;
import java.util.List;
import java.util.Optional;

/** Tells a channel how it answered, and who was right first. */
public final class QuizRoundResult implements MessageComposer {
  private static final int NAMED = 3;

  private final Quizzes quizzes;
  private final QuizStore store;
  private final Communities communities;
  private final Members members;

  public QuizRoundResult(
      Quizzes quizzes, QuizStore store, Communities communities, Members members) {
    this.quizzes = quizzes;
    this.store = store;
    this.communities = communities;
    this.members = members;
  }

  @Override
  public String kind() {
    return Quizzes.KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return communities
        .find(announcement.id().community())
        .flatMap(community ->
            store
                .round(community.id(), Long.parseLong(announcement.key()))
                .flatMap(round -> compose(announcement, community, round)));
  }

  private Optional<OutgoingMessage> compose(
      OutboxMessage announcement, Community community, QuizRound round) {
    List<RoundAnswer> answers = store.answers(community.id(), round);
    return quizzes
        .questions()
        .find(round.question())
        .map(question ->
            OutgoingMessage.of(
                announcement.address(),
                announcement.nonce(),
                QuizCard.result(
                    question,
                    answers.stream().map(RoundAnswer::choice).toList(),
                    first(community, answers))));
  }

  /** Who was right first, without members who hide from leaderboards. */
  private List<String> first(Community community, List<RoundAnswer> answers) {
    List<RoundAnswer> right = answers.stream().filter(RoundAnswer::right).toList();
    var known = members.all(community, right.stream().map(RoundAnswer::member).toList());
    return right.stream()
        .flatMap(answer -> Optional.ofNullable(known.get(answer.member())).stream())
        .filter(member -> !member.hidden())
        .map(Member::name)
        .limit(NAMED)
        .toList();
  }
}
