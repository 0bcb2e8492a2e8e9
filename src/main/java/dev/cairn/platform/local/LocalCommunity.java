package dev.cairn.platform.local;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import dev.cairn.command.References;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A community by name, with its members and channels by name: {@code @asha} or {@code asha}, {@code
 * #daily} or {@code daily}.
 */
public final class LocalCommunity implements References {
  /** The channel that everybody is in. */
  public static final String GENERAL = "general";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private final String name;
  private final boolean open;
  private final Map<String, LocalMember> members = new ConcurrentHashMap<>();
  private final List<String> channels;

  private LocalCommunity(
      String name, boolean open, Collection<LocalMember> members, List<String> channels) {
    this.name = name;
    this.open = open;
    this.channels = List.copyOf(channels);
    members.forEach(this::meet);
  }

  /**
   * A community that anybody may be in: whoever is named with an {@code @}, and any channel named
   * with a {@code #}, is taken to exist. Without the sign, only who has spoken is known.
   */
  public static LocalCommunity open(String name) {
    return new LocalCommunity(name, true, List.of(), List.of(GENERAL));
  }

  /** A community of these members and channels, and no others. */
  public static LocalCommunity of(
      String name, Collection<LocalMember> members, List<String> channels) {
    return new LocalCommunity(name, false, members, channels);
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** The channels, by name. */
  public List<String> channels() {
    return channels;
  }

  /** The members who are known, by name. */
  public List<LocalMember> members() {
    return members.values().stream().sorted(Comparator.comparing(LocalMember::id)).toList();
  }

  /** The member of this name or id, if known. */
  public Optional<LocalMember> find(String nameOrId) {
    return Optional.ofNullable(members.get(nameOrId.toLowerCase(Locale.ROOT)));
  }

  /** Remembers somebody who speaks, so that others can name them. */
  void meet(LocalMember member) {
    members.put(member.id(), member);
  }

  @Override
  public Optional<Account> member(String text) {
    String bare = text.startsWith("@") ? text.substring(1) : text;
    Optional<LocalMember> known = find(bare);
    if (known.isEmpty() && open && text.startsWith("@") && NAME.matcher(bare).matches()) {
      known = Optional.of(LocalMember.named(bare));
    }
    return known.map(member -> member.account(name));
  }

  @Override
  public Optional<Value.Channel> channel(String text) {
    String bare = (text.startsWith("#") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    boolean exists =
        channels.contains(bare) || (open && text.startsWith("#") && NAME.matcher(bare).matches());
    return exists ? Optional.of(new Value.Channel(bare, bare)) : Optional.empty();
  }
}
