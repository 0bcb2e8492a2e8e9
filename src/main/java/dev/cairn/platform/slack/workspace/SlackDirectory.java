package dev.cairn.platform.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.api.SlackWeb;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is who in a workspace: name, time zone, locale, whether they may moderate. */
public final class SlackDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);

  /** What a person takes, about. */
  private static final int PERSON_BYTES = 512;

  /** A small heap gives less. */
  private static final long MOST =
      Math.min(50_000, Runtime.getRuntime().maxMemory() / 16 / PERSON_BYTES);

  private static final Duration KNOWN = Duration.ofMinutes(10);

  /** Who is no moderator any more moderates for less than a minute. */
  private static final Duration MODERATOR_KNOWN = Duration.ofSeconds(45);

  private final SlackWeb web;
  private final Cache<Key, Person> people;

  private record Key(String community, String user) {}

  private record Person(Account account, boolean moderator, Locale locale, @Nullable ZoneId zone) {}

  /** How Slack is asked for a profile. */
  @FunctionalInterface
  private interface Asking {
    UsersInfoResponse of(String token, SlackWeb.Call<UsersInfoResponse> call);
  }

  /** Looks people up by this, and forgets them by this clock. */
  public SlackDirectory(SlackWeb web, InstantSource clock) {
    this.web = web;
    this.people =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(
                Expiry.<Key, Person>writing(
                    (key, person) -> person.moderator() ? MODERATOR_KNOWN : KNOWN))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * Whoever speaks to us. Where Slack does not tell more, they are known by what the request says:
   * nobody goes without an answer because a profile could not be read, nor waits for it: whoever
   * waits takes the turn of another.
   */
  public Caller caller(SlackInstallation installation, Interaction interaction) {
    String user = interaction.user();
    Person person;
    try {
      person = person(installation, user, web::once);
    } catch (SlackFailure failure) {
      LOG.warn("the profile of {} could not be read: {}", user, failure.getMessage());
      if (failure.kind() == SlackFailure.Kind.TOKEN) {
        throw failure;
      }
      person =
          new Person(
              account(installation, user, interaction.userName()), false, Locale.ENGLISH, null);
    }
    return caller(installation, person, interaction.teamName());
  }

  /**
   * A member by id, as a caller.
   *
   * @throws SlackFailure when Slack does not know them
   */
  public Caller caller(SlackInstallation installation, String user) {
    return caller(installation, person(installation, user, web::patiently), null);
  }

  /** A member by id; empty when Slack does not know them. */
  public Optional<Account> member(SlackInstallation installation, String user) {
    try {
      return Optional.of(person(installation, user, web::patiently).account());
    } catch (SlackFailure failure) {
      if (failure.kind() == SlackFailure.Kind.USER) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** A member who has spoken lately, by name. */
  public Optional<Account> named(SlackInstallation installation, String name) {
    return people.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().community().equals(installation.workspace().key()))
        .map(entry -> entry.getValue().account())
        .filter(account -> account.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Caller caller(
      SlackInstallation installation, Person person, @Nullable String teamName) {
    return new Caller(
        person.account(),
        installation.name() == null ? teamName : installation.name(),
        person.moderator(),
        person.locale(),
        person.zone());
  }

  private Person person(SlackInstallation installation, String user, Asking asking) {
    Key key = new Key(installation.workspace().key(), user);
    Person known = people.getIfPresent(key);
    if (known != null) {
      return known;
    }
    User profile =
        asking
            .of(
                installation.botToken(),
                client -> client.usersInfo(r -> r.user(user).includeLocale(true)))
            .getUser();
    Person person =
        new Person(
            account(installation, user, shownName(profile, user)),
            profile.isAdmin() || profile.isOwner() || profile.isPrimaryOwner(),
            locale(profile.getLocale()),
            zone(profile.getTz()));
    people.put(key, person);
    return person;
  }

  private static Account account(SlackInstallation installation, String user, String name) {
    return new Account(Platform.SLACK, installation.workspace().key(), user, name);
  }

  private static String shownName(User user, String id) {
    User.Profile profile = user.getProfile();
    String display = profile == null ? null : profile.getDisplayName();
    for (String name : new @Nullable String[] {display, user.getRealName(), user.getName()}) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return id;
  }

  private static Locale locale(@Nullable String tag) {
    return tag == null || tag.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? null : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
