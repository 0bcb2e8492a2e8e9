package dev.cairn.platform.discord.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.cairn.connection.ShardLeases;
import dev.cairn.platform.discord.receive.ShardTurns.Turn;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers what a shard brings. */
final class ShardTurnsTest {
  private final ShardTurns turns = new ShardTurns(new InFlight());
  private final JDA connection = mock(JDA.class);
  private final AtomicBoolean renewed = new AtomicBoolean();
  private final Set<String> claimed = new HashSet<>();

  /** Keeps claims alone. */
  private final class Claims implements ShardLeases {
    @Override
    public String process() {
      return "this";
    }

    @Override
    public Division round(Standing standing) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public boolean claim(String interaction) {
      return claimed.add(interaction);
    }

    @Override
    public void leave() {}
  }

  @BeforeEach
  void connect() {
    when(connection.getShardInfo()).thenReturn(new JDA.ShardInfo(1, 2));
  }

  private boolean answers(String id) {
    AtomicBoolean answered = new AtomicBoolean();
    turns.during(connection, id, () -> answered.set(true));
    return answered.get();
  }

  private void divide(Turn turn) {
    turns.divide(new Claims(), renewed::get);
    turns.set(1, turn);
    turns.renewed(System.nanoTime());
  }

  @Test
  void aloneItAnswersEverything() {
    assertThat(answers("1")).isTrue();
  }

  @Test
  void itAnswersWhatItOwnsAndNothingElse() {
    divide(Turn.OWNER);
    assertThat(answers("1")).isTrue();
    turns.set(1, Turn.HEIR);
    assertThat(answers("2")).isFalse();
    turns.set(1, Turn.STOPPED);
    assertThat(answers("3")).isFalse();
    turns.forget(1);
    assertThat(answers("4")).isFalse();
    assertThat(claimed).isEmpty();
  }

  @Test
  void ofTwoThatAnswerTheFirstToClaimDoes() {
    divide(Turn.JOINT_OWNER);
    claimed.add("1");
    assertThat(answers("1")).isFalse();
    assertThat(answers("2")).isTrue();
    turns.set(1, Turn.JOINT_HEIR);
    assertThat(answers("2")).isFalse();
  }

  @Test
  void aLeaseThatRanOutIsRenewedBeforeAnythingIsAnswered() {
    divide(Turn.OWNER);
    turns.renewed(System.nanoTime() - ShardLeases.LEASE.toNanos());
    assertThat(answers("1")).as("the database does not say that it is ours").isFalse();
    renewed.set(true);
    assertThat(answers("2")).isTrue();
  }
}
