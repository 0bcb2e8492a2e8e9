package dev.cairn.chat;

import java.net.URI;
import java.time.LocalDate;

/** The value of an option, typed as its {@link OptionType} says. */
public sealed interface Value {

  /** The value as one would type it. */
  String typed();

  /** Of a {@link OptionType.Text} or {@link OptionType.Choice}. */
  record Text(String value) implements Value {
    public Text {
      value = Direction.cleaned(value);
    }

    @Override
    public String typed() {
      return value;
    }
  }

  /** Of a {@link OptionType.Whole}. */
  record Whole(long value) implements Value {
    @Override
    public String typed() {
      return Long.toString(value);
    }
  }

  /** Of a {@link OptionType.Flag}. */
  record Flag(boolean value) implements Value {
    @Override
    public String typed() {
      return Boolean.toString(value);
    }
  }

  /** Of a {@link OptionType.Date}. */
  record Date(LocalDate value) implements Value {
    @Override
    public String typed() {
      return value.toString();
    }
  }

  /** Of a {@link OptionType.Member}. */
  record Member(Account account) implements Value {
    @Override
    public String typed() {
      return "@" + account.user();
    }
  }

  /**
   * Of a {@link OptionType.Channel}.
   *
   * @param id the platform's own id of the channel
   * @param name the name to show, without a leading hash sign
   */
  record Channel(String id, String name) implements Value {
    public Channel {
      name = Direction.cleaned(name);
    }

    @Override
    public String typed() {
      return "#" + id;
    }
  }

  /**
   * Of a {@link OptionType.Role}.
   *
   * @param id the platform's own id of the role, or its name where only that is known
   * @param name the name to show
   */
  record Role(String id, String name) implements Value {
    public Role {
      name = Direction.cleaned(name);
    }

    @Override
    public String typed() {
      return id;
    }
  }

  /** Of a {@link OptionType.Url}. */
  record Url(URI value) implements Value {
    @Override
    public String typed() {
      return value.toString();
    }
  }
}
