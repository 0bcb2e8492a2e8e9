package dev.cairn.platform.local.playground;

import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.playground.Message.Body;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was said, in memory, the newest of it kept over a restart. Every addition and change has a
 * revision, so that a page can ask for what is new to it; the oldest messages of a channel make
 * room for new ones.
 */
public final class MessageTimeline {
  /** How many messages a channel keeps. */
  static final int KEPT = 500;

  /** How many messages a channel keeps over a restart. */
  static final int KEPT_OVER_RESTART = 200;

  private final PlaygroundRecords records;
  private final Map<String, Deque<Message>> channels = new HashMap<>();
  private final Map<Reader, Long> read = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long lastId;
  private long revision;
  private long cleared;

  /** What is kept of it goes on. */
  MessageTimeline(PlaygroundRecords records) {
    this.records = records;
    for (Message message : records.messages()) {
      lastId = message.id();
      in(message.channel()).add(message.revised(++revision));
    }
  }

  private record Reader(String member, String channel) {}

  /** Has this called after each addition and change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Tells everybody who looks that something changed, even where no message did. */
  void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Adds a message. */
  Message add(Channel channel, Instant at, @Nullable LocalMember onlyFor, Body body) {
    Message added;
    synchronized (this) {
      added =
          new Message(
              ++lastId, channel.id(), at, onlyFor == null ? null : onlyFor.id(), body, ++revision);
      Deque<Message> messages = in(channel.id());
      messages.add(added);
      if (messages.size() > KEPT) {
        messages.removeFirst();
      }
      keep(added);
    }
    changed();
    return added;
  }

  private void keep(Message message) {
    long forgotten =
        in(message.channel()).reversed().stream()
            .skip(KEPT_OVER_RESTART)
            .findFirst()
            .map(Message::id)
            .orElse(0L);
    if (message.id() > forgotten) {
      records.keep(message, forgotten);
    }
  }

  /** Keeps once more all that is here, where it could not be kept when it was said. */
  synchronized void keepAll() {
    channels.values().forEach(messages -> List.copyOf(messages).forEach(this::keep));
  }

  /** Forgets everything. */
  void clear() {
    synchronized (this) {
      channels.clear();
      read.clear();
      cleared = ++revision;
    }
    changed();
  }

  /** Whether a page that is at this revision shows what has been forgotten since. */
  public synchronized boolean isOutdated(long since) {
    return since < cleared;
  }

  /** Whether nothing has been said. */
  synchronized boolean isEmpty() {
    return channels.values().stream().allMatch(Deque::isEmpty);
  }

  /** When the newest message was said. */
  synchronized Optional<Instant> newest() {
    return channels.values().stream()
        .filter(messages -> !messages.isEmpty())
        .map(messages -> messages.getLast().at())
        .max(Comparator.naturalOrder());
  }

  /** Lets a message say something else from now on. */
  void replace(Message message, Body body) {
    synchronized (this) {
      Message replaced =
          new Message(
              message.id(), message.channel(), message.at(), message.onlyFor(), body, ++revision);
      channels.computeIfPresent(
          message.channel(),
          (id, messages) -> {
            Deque<Message> after = new ArrayDeque<>(messages.size() + 1);
            messages.forEach(each -> after.add(each.id() == message.id() ? replaced : each));
            return after;
          });
      keep(replaced);
    }
    changed();
  }

  /** The revision that the newest addition or change has. */
  public synchronized long revision() {
    return revision;
  }

  /** What is seen from a viewpoint, oldest first; whoever looks has read it. */
  public synchronized List<Message> look(Viewpoint from) {
    read.put(new Reader(from.member().id(), from.channel().id()), lastId);
    return in(from.channel().id()).stream().filter(from::sees).toList();
  }

  /** How many messages a member has not read in a channel. */
  public synchronized long unread(Viewpoint from) {
    long upTo = read.getOrDefault(new Reader(from.member().id(), from.channel().id()), 0L);
    return in(from.channel().id()).stream()
        .filter(from::sees)
        .filter(message -> message.id() > upTo)
        .count();
  }

  /** The message of this id, if it is seen from here. */
  public Optional<Message> find(Viewpoint from, long id) {
    return first(message -> message.id() == id && from.sees(message));
  }

  /** The first message of all channels that is like this. */
  synchronized Optional<Message> first(Predicate<Message> like) {
    Collection<Message> all = new ArrayList<>();
    channels.values().forEach(all::addAll);
    return all.stream().filter(like).findFirst();
  }

  private Deque<Message> in(String channel) {
    return channels.computeIfAbsent(channel, id -> new ArrayDeque<>());
  }
}
