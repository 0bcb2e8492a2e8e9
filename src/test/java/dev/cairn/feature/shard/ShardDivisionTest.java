package dev.cairn.feature.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.ShardLease;
import dev.cairn.connection.ShardLeases;
import dev.cairn.connection.ShardLeases.Standing;
import dev.cairn.domain.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However processes come, leave and die, each shard comes to be served by one, and fairly. */
final class ShardDivisionTest {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** A process as it behaves: it connects within a tick or two, and answers as it is told. */
  private static final class Node {
    private final Map<Integer, Instant> started = new HashMap<>();
    private final Set<Integer> joint = new HashSet<>();
    private final Set<Integer> ready = new HashSet<>();
    private final Set<Integer> stopped = new HashSet<>();
    private boolean leaving;
    private Instant aliveUntil = Instant.MIN;
  }

  private static final class World {
    private final int atOnce;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<Integer, List<Instant>> begun = new HashMap<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private List<ShardLease> shards;

    World(int total, int atOnce) {
      this.atOnce = atOnce;
      shards = IntStream.range(0, total).mapToObj(ShardLease::free).toList();
    }

    void round(String name) {
      Node node = Objects.requireNonNull(nodes.get(name));
      node.aliveUntil = now.plus(ShardLeases.LEASE);
      Set<String> alive = new HashSet<>();
      Set<String> staying = new HashSet<>();
      nodes.forEach((other, state) -> {
        if (state.aliveUntil.isAfter(now)) {
          alive.add(other);
          if (!state.leaving) {
            staying.add(other);
          }
        }
      });
      Set<Integer> connected = new HashSet<>();
      node.started.forEach((shard, at) -> {
        if (!at.plus(TICK).isAfter(now)) {
          connected.add(shard);
        }
      });
      Set<Integer> letGo = Set.copyOf(node.stopped);
      shards =
          new ShardDivision(name, alive, staying, now)
              .after(
                  shards,
                  new Standing(1, atOnce, node.leaving, connected, node.joint, node.ready, letGo));
      letGo.forEach(node.started::remove);
      node.stopped.removeAll(letGo);
      shards.forEach(shard -> follow(name, node, shard, connected));
    }

    private void follow(String name, Node node, ShardLease lease, Set<Integer> connected) {
      int shard = lease.shard();
      boolean owns = name.equals(lease.owner());
      boolean inherits = name.equals(lease.heir()) && !owns;
      if ((owns || inherits) && !node.started.containsKey(shard)) {
        node.started.put(shard, now);
        begun.computeIfAbsent(shard % atOnce, each -> new ArrayList<>()).add(now);
      }
      if (!owns && !inherits) {
        node.started.remove(shard);
      }
      set(node.joint, shard, owns && lease.heir() != null);
      set(node.ready, shard, inherits && lease.joint() && connected.contains(shard));
      if (owns && lease.ready()) {
        node.stopped.add(shard);
      }
    }

    private static void set(Set<Integer> shards, int shard, boolean in) {
      if (in) {
        shards.add(shard);
      } else {
        shards.remove(shard);
      }
    }

    void tick(RandomGenerator random) {
      List<String> names = new ArrayList<>(nodes.keySet());
      while (!names.isEmpty()) {
        round(names.remove(random.nextInt(names.size())));
      }
      nodes.values().removeIf(node -> node.leaving && node.started.isEmpty());
      now = now.plus(TICK);
    }

    long share(String name) {
      return shards.stream().filter(shard -> name.equals(shard.owner())).count();
    }
  }

  @Test
  void everyShardComesToBeServedByOneProcessAndAllHaveTheirShare() {
    Property.forAll(
        300,
        random -> {
          World world = new World(1 + random.nextInt(8), 1 + random.nextInt(3));
          for (int step = 0; step < 6; step++) {
            disturb(world, random, step);
            for (int tick = random.nextInt(20); tick > 0; tick--) {
              world.tick(random);
            }
          }
          for (int tick = 0; tick < 200; tick++) {
            world.tick(random);
          }
          int total = world.shards.size();
          int nodes = world.nodes.size();
          assertThat(world.shards)
              .allSatisfy(shard -> {
                assertThat(world.nodes).containsKey(shard.owner());
                assertThat(shard.heir()).isNull();
                assertThat(shard.connected()).isTrue();
              });
          assertThat(world.nodes.keySet())
              .allSatisfy(name ->
                  assertThat(world.share(name))
                      .isBetween((long) total / nodes, (long) Math.ceilDiv(total, nodes)));
          world
              .begun
              .values()
              .forEach(instants ->
                  IntStream.range(1, instants.size())
                      .forEach(i ->
                          assertThat(Duration.between(instants.get(i - 1), instants.get(i)))
                              .as("between two connections of a bucket")
                              .isGreaterThanOrEqualTo(ShardDivision.PACE)));
        });
  }

  private static void disturb(World world, RandomGenerator random, int step) {
    List<String> names = new ArrayList<>(world.nodes.keySet());
    if (names.size() < 2 || random.nextBoolean()) {
      world.nodes.put("p" + step, new Node());
    } else if (random.nextBoolean()) {
      world.nodes.remove(names.get(random.nextInt(names.size())));
    } else if (world.nodes.values().stream().filter(node -> !node.leaving).count() > 1) {
      Objects.requireNonNull(world.nodes.get(names.get(random.nextInt(names.size())))).leaving =
          true;
    }
    if (world.nodes.values().stream().allMatch(node -> node.leaving)) {
      world.nodes.put("q" + step, new Node());
    }
  }

  @Test
  void aShardThatChangesHandsIsNeverWithoutAnOwner() {
    World world = new World(2, 2);
    world.nodes.put("a", new Node());
    RandomGenerator random = new Random(1);
    world.tick(random);
    world.tick(random);
    world.nodes.put("b", new Node());
    Objects.requireNonNull(world.nodes.get("a")).leaving = true;
    for (int tick = 0; tick < 30; tick++) {
      world.tick(random);
      assertThat(world.shards).allSatisfy(shard -> assertThat(shard.owner()).isNotNull());
    }
    assertThat(world.share("b")).isEqualTo(2);
    assertThat(world.nodes).doesNotContainKey("a");
  }
}
