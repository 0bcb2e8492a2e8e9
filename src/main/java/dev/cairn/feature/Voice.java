package dev.cairn.feature;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a member is spoken of: as "you" where they alone read it, by name where all can. Nobody who
 * reads of somebody else is then taken for them.
 */
public final class Voice {
  /** To the member alone. */
  public static final Voice PRIVATE = new Voice(null);

  private static final Pattern HISSING = Pattern.compile(".*(ch|sh|s|x|z)");

  private final @Nullable String name;

  private Voice(@Nullable String name) {
    this.name = name;
  }

  /** To all, of whom one has this name. */
  public static Voice naming(String name) {
    return new Voice(name);
  }

  /** Whether all can read it. */
  public boolean isPublic() {
    return name != null;
  }

  /** "you", or the name. */
  public String whom() {
    return name == null ? "you" : name;
  }

  /** The same at the beginning of a sentence; a name stays as its member writes it. */
  public String who() {
    return name == null ? "You" : name;
  }

  /** "You are", or the name with "is". */
  public String whoIs() {
    return name == null ? "You are" : name + " is";
  }

  /** "Your", or the name as an owner's, at the beginning of a sentence. */
  public String whose() {
    return name == null ? "Your" : name + "'s";
  }

  /** "your", or the name as an owner's. */
  public String whoseWithin() {
    return name == null ? "your" : name + "'s";
  }

  /** What they do, in the form that goes with them: "you reach", "asha reaches". */
  public String does(String verb) {
    if (name == null) {
      return verb;
    }
    return HISSING.matcher(verb).matches() ? verb + "es" : verb + "s";
  }
}
