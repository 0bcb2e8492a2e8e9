package dev.cairn.platform.local.playground;

import dev.cairn.platform.local.LocalFixtureCommands;
import java.time.Instant;
import java.time.InstantSource;

/** A playground with the fixture commands, at nine in the morning. */
public final class PlaygroundFixture {
  public static final Instant MORNING = Instant.parse("2026-01-01T09:00:00Z");

  private PlaygroundFixture() {}

  public static Playground playground() {
    return new Playground(
        LocalFixtureCommands.dialogue(),
        new PlaygroundClock(InstantSource.fixed(MORNING)),
        PlaygroundCommunity.usual());
  }

  static Viewpoint in(Playground playground, String channel, String member) {
    return new Viewpoint(
        playground.community().member(member).orElseThrow(),
        playground.community().channel(channel).orElseThrow());
  }
}
