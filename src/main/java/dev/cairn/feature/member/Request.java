package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Caller;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.Place;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.util.Optional;

/**
 * A command, given by a member who is known.
 *
 * @param member who gave it, as they stood when it was given
 * @param invocation the command
 */
public record Request(Member member, Invocation invocation) {

  /** Answers the command of a member. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Does what was asked, commits, and says so.
     *
     * @throws Refusal where it cannot be done as asked
     */
    Reply handle(Request request);
  }

  /** The community in which it was given, as it stood then. */
  public Community community() {
    return member.community();
  }

  /** When the platform says that it was given. */
  public Instant at() {
    return invocation.at();
  }

  /** The platform's own id of the interaction, which a repeated delivery carries again. */
  public String id() {
    return invocation.id();
  }

  /** What the platform tells of the member. */
  public Caller caller() {
    return invocation.caller();
  }

  /** The account that it was given from. */
  public Account account() {
    return caller().account();
  }

  /** Where its community lives. */
  public Place place() {
    return Place.of(account());
  }

  /** The channel it was given in; empty where there is none. */
  public Optional<ChannelRef> channel() {
    return Optional.ofNullable(invocation.channel()).map(place()::channel);
  }

  /** How it was given. */
  public Invocation.Origin origin() {
    return invocation.origin();
  }

  /** The values of its options. */
  public Arguments arguments() {
    return invocation.arguments();
  }

  /** Whether this option was given. */
  public boolean has(Option<?> option) {
    return arguments().has(option);
  }

  /** What was given for an option, if anything. */
  public <T> Optional<T> get(Option<T> option) {
    return arguments().get(option);
  }

  /** What was given for a required option. */
  public <T> T required(Option<T> option) {
    return arguments().required(option);
  }

  /** Whether this flag was given as true. */
  public boolean isSet(Option<Boolean> option) {
    return arguments().isSet(option);
  }
}
