package dev.cairn.platform.discord.gateway;

import dev.cairn.platform.discord.receive.CommandRegistration;
import dev.cairn.platform.discord.receive.InFlight;
import dev.cairn.platform.discord.send.DiscordFailure;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
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

  private final CommandRegistration registration;
  private final Backoff backoff;
  private final InFlight inFlight;
  private final AtomicBoolean registering = new AtomicBoolean();

  public ConnectionListener(CommandRegistration registration, Backoff backoff, InFlight inFlight) {
    this.registration = registration;
    this.backoff = backoff;
    this.inFlight = inFlight;
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
          LOG.warn(
              "could not register the commands, trying again in {} s: {}",
              backoff.next().toSeconds(),
              DiscordFailure.of(failure).told());
        }
        if (!backoff.await()) {
          return;
        }
      }
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
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
