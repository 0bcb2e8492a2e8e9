package dev.cairn.platform.discord.gateway;

import dev.cairn.command.BoundedThreads;

/**
 * Runs the listeners. In a rush, Discord's connection is read no faster than what it brings can be
 * refused: the threads that read it wait. Those that send do not, though JDA tells of what they
 * sent as an event, too: what is being answered waits for them.
 */
public final class EventThreads extends BoundedThreads {
  /** Runs nothing yet. */
  public EventThreads() {
    super(Thread.ofVirtual().name("discord-", 0).factory());
  }

  @Override
  public void execute(Runnable task) {
    // JDA reads on threads of the operating system; all that sends is ours.
    if (Thread.currentThread().isVirtual()) {
      executeAtOnce(task);
    } else {
      super.execute(task);
    }
  }
}
