package dev.cairn.platform.discord.gateway;

import dev.cairn.platform.discord.receive.CommandRegistration;
import dev.cairn.platform.discord.receive.InFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how the connection fares, and registers the commands on the first one. */
public final class ConnectionListener extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionListener.class);
  private static final int FIRST_FATAL_CODE = 4000;
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final CommandRegistration registration;
  private final Backoff backoff;
  private final InFlight inFlight;
  private final InstantSource clock;
  private final AtomicBoolean registering = new AtomicBoolean();
  private final AtomicReference<Instant> toldCutOff = new AtomicReference<>(Instant.EPOCH);

  public ConnectionListener(
      CommandRegistration registration, Backoff backoff, InFlight inFlight, InstantSource clock) {
    this.registration = registration;
    this.backoff = backoff;
    this.inFlight = inFlight;
    this.clock = clock;
  }

  @Override
  public void onReady(ReadyEvent event) {
    LOG.info("shard {} is connected", event.getJDA().getShardInfo().getShardString());
    if (registering.compareAndSet(false, true)) {
      inFlight.during(() -> register(event.getJDA()));
    }
  }

  private void register(JDA jda) {
    try {
      while (true) {
        try {
          registration.bringUpToDate(jda);
          return;
        } catch (RuntimeException failure) {
          if (backoff.isWorthTelling()) {
            LOG.warn("could not register the commands: {}", failure.getMessage());
          }
        }
        if (!backoff.await()) {
          return;
        }
      }
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each attempt to come back is one event; all of them together are a line a minute. */
  @Override
  public void onStatusChange(StatusChangeEvent event) {
    if (event.getNewStatus() != JDA.Status.WAITING_TO_RECONNECT) {
      return;
    }
    Instant now = clock.instant();
    Instant before = Objects.requireNonNull(toldCutOff.get());
    if (!now.isBefore(before.plus(BETWEEN_LINES)) && toldCutOff.compareAndSet(before, now)) {
      LOG.warn(
          "shard {} is cut off from Discord and tries to come back",
          event.getJDA().getShardInfo().getShardString());
    }
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    LOG.info("shard {} lost its connection", event.getJDA().getShardInfo().getShardString());
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    LOG.info(
        "shard {} goes on where it was cut off", event.getJDA().getShardInfo().getShardString());
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    LOG.info("shard {} is connected anew", event.getJDA().getShardInfo().getShardString());
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    if (event.getCode() > FIRST_FATAL_CODE) {
      CloseCode code = event.getCloseCode();
      LOG.error(
          "Discord closed the connection for good ({}): {}",
          event.getCode(),
          code == null ? "no reason given" : code.getMeaning());
    }
  }
}
