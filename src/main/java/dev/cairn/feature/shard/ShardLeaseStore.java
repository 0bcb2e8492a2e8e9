package dev.cairn.feature.shard;

import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who serves which shard. Time is the database's own, so that the clocks of the processes
 * need not agree.
 */
public final class ShardLeaseStore implements ShardLeases {
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Database database;
  private final String process;
  private final Optional<LocalProcess> self = LocalProcess.current();

  /**
   * @param process this one: another after a restart; at most 36 characters
   */
  public ShardLeaseStore(Database database, String process) {
    this.database = database;
    this.process = process;
  }

  private record Member(String process, boolean leaving, @Nullable String runsAs) {}

  @Override
  public String process() {
    return process;
  }

  @Override
  public Division round(Standing standing) {
    return database.transaction(() -> {
      List<ShardLease> before = locked(standing.total());
      // Since when we have waited for our turn: so nobody loses a lease too soon, nor keeps one too
      // long.
      Instant now = database.query("select current_timestamp as now").one(Instant.class);
      note(standing.leaving(), now);
      List<Member> members = members(now);
      if (releaseEnded(members)) {
        before = locked(standing.total());
        members = members(now);
      }
      Set<String> alive = new HashSet<>();
      Set<String> staying = new HashSet<>();
      members.forEach(member -> {
        alive.add(member.process());
        if (!member.leaving()) {
          staying.add(member.process());
        }
      });
      List<ShardLease> shards = before;
      if (before.size() != standing.total()
          && before.stream().allMatch(shard -> shard.owner() == null || shard.isLapsed(now))) {
        shards = divideAnew(standing.total());
      }
      List<ShardLease> after =
          new ShardDivision(process, alive, staying, now).after(shards, standing);
      save(shards, after);
      int others = staying.size() - (staying.contains(process) ? 1 : 0);
      return new Division(after, others, now);
    });
  }

  /** All shards, with their rows locked: one process at a time decides. */
  private List<ShardLease> locked(int total) {
    List<ShardLease> shards =
        database
            .query("select * from discord_shard order by shard for update")
            .list(ShardLeaseStore::shard);
    if (!shards.isEmpty()) {
      return shards;
    }
    add(total);
    return database
        .query("select * from discord_shard order by shard for update")
        .list(ShardLeaseStore::shard);
  }

  /** Nobody has to wait for what a process held that ended beside us; whether there was one. */
  private boolean releaseEnded(List<Member> members) {
    List<String> ended =
        members.stream()
            .filter(member -> !member.process().equals(process))
            .filter(this::hasEnded)
            .map(Member::process)
            .toList();
    ended.forEach(this::release);
    return !ended.isEmpty();
  }

  private boolean hasEnded(Member member) {
    String runsAs = member.runsAs();
    return runsAs != null
        && self.isPresent()
        && LocalProcess.of(runsAs).filter(self.get()::seesTheEndOf).isPresent();
  }

  private List<ShardLease> divideAnew(int total) {
    database.update("delete from discord_shard").execute();
    add(total);
    return IntStream.range(0, total).mapToObj(ShardLease::free).toList();
  }

  private void add(int total) {
    Batch batch =
        database.batch(
            """
            insert into discord_shard (shard, total, joint, ready, connected)
            values (:shard, :total, false, false, false)
            on conflict do nothing
            """);
    for (int shard = 0; shard < total; shard++) {
      batch.bind("shard", shard).bind("total", total).add();
    }
    batch.execute();
  }

  private void note(boolean leaving, Instant now) {
    database
        .upsert(
            """
            insert into process (process_id, alive_until, leaving, runs_as)
            values (:id, :until, :leaving, :runsAs)
            """,
            "update process set alive_until = :until, leaving = :leaving where process_id = :id")
        .bind("id", process)
        .bind("until", now.plus(LEASE))
        .bind("leaving", leaving)
        .bind("runsAs", self.map(LocalProcess::recorded).orElse(null))
        .execute();
  }

  private List<Member> members(Instant now) {
    return database
        .query("select process_id, leaving, runs_as from process where alive_until > :now")
        .bind("now", now)
        .list(row ->
            new Member(row.text("process_id"), row.flag("leaving"), row.findText("runs_as")));
  }

  private void save(List<ShardLease> before, List<ShardLease> after) {
    Batch batch =
        database.batch(
            """
            update discord_shard set process = :owner, held_until = :until, heir = :heir, joint = :joint,
              ready = :ready, connected = :connected, started_at = :started
            where shard = :shard
            """);
    for (int i = 0; i < after.size(); i++) {
      ShardLease shard = after.get(i);
      if (!shard.equals(before.get(i))) {
        batch
            .bind("owner", shard.owner())
            .bind("until", shard.until())
            .bind("heir", shard.heir())
            .bind("joint", shard.joint())
            .bind("ready", shard.ready())
            .bind("connected", shard.connected())
            .bind("started", shard.started())
            .bind("shard", shard.shard())
            .add();
      }
    }
    batch.execute();
  }

  private static ShardLease shard(Row row) {
    return new ShardLease(
        row.number("shard"),
        row.findText("process"),
        row.find("held_until", Instant.class),
        row.findText("heir"),
        row.flag("joint"),
        row.flag("ready"),
        row.flag("connected"),
        row.find("started_at", Instant.class));
  }

  @Override
  public boolean claim(String interaction) {
    // Whoever else hears of it does so within seconds.
    int claimed =
        database.unsynced(() ->
            database
                .update(
                    """
                    insert into discord_claim (interaction_id, claimed_at) values (:id, current_timestamp)
                    on conflict do nothing
                    """)
                .bind("id", interaction)
                .execute());
    return claimed > 0;
  }

  @Override
  public void leave() {
    database.transaction(() -> {
      Instant now = database.query("select current_timestamp as now").one(Instant.class);
      release(process);
      database
          .update("delete from process where alive_until < :before")
          .bind("before", now.minus(FORGOTTEN))
          .execute();
      database
          .update("delete from discord_claim where claimed_at < :before")
          .bind("before", now.minus(FORGOTTEN))
          .execute();
    });
  }

  /** Whatever a process held is free, and it is not there any more. */
  private void release(String gone) {
    database
        .update(
            """
            update discord_shard set process = null, held_until = null, joint = false, ready = false
            where process = :id
            """)
        .bind("id", gone)
        .execute();
    database
        .update("update discord_shard set heir = null where heir = :id")
        .bind("id", gone)
        .execute();
    database.update("delete from process where process_id = :id").bind("id", gone).execute();
  }
}
