package dev.cairn.feature.group;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a group is called, fit to be shown anywhere.
 *
 * @param text as typed, with single spaces; {@value #SHORTEST} to {@value #LONGEST} characters
 * @param looks what the name looks like; two names that share a look are taken for each other
 */
public record GroupName(String text, Set<String> looks) {
  /** How short a name may be, in characters. */
  public static final int SHORTEST = 2;

  /** How long a name may be, in characters (code points). */
  public static final int LONGEST = 40;

  /** How much of a look is kept, in characters: more than any readable name needs. */
  public static final int LONGEST_LOOK = 200;

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** What could ping or end a quoted value. */
  private static final Pattern UNFIT = Pattern.compile("[@#<>`\"“”„\\\\]");

  /**
   * What reorders the text around it or is drawn as nothing. The joiners that Indic scripts and
   * emoji are written with may stay.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]");

  /** Accents piled up until they cover the lines above and below. */
  private static final Pattern PILED_UP = Pattern.compile("\\p{Mn}{4}");

  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern SPACES_AND_PUNCTUATION =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{S}]+");

  public GroupName {
    looks = Set.copyOf(looks);
  }

  /**
   * Reads a name for a group.
   *
   * @throws Refusal when it is not fit for one
   */
  public static GroupName of(String typed) {
    String text =
        SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refused(
          "A group's name has %d to %d characters; that one has %d."
              .formatted(SHORTEST, LONGEST, length));
    }
    if (UNSEEN.matcher(text).find()) {
      throw refused(
          "A group's name cannot have characters that nobody sees. Type it again by hand.");
    }
    Matcher unfit = UNFIT.matcher(text);
    if (unfit.find()) {
      throw refused(
          "A group's name takes letters, digits, spaces and emoji, but not “"
              + unfit.group()
              + "”: it could ping people or break a line.");
    }
    if (PILED_UP.matcher(text).find()) {
      throw refused("That name piles up accents until nobody can read it. Try a plainer one.");
    }
    if (!READABLE.matcher(text).find()) {
      throw refused("A group's name needs a letter or a digit, so that one can say it.");
    }
    GroupName name = new GroupName(text, looks(text));
    if (name.looksLike(Reserved.LOOKS)) {
      throw refused(
          "“" + text + "” would be taken for something else here. Try a name of your own.");
    }
    return name;
  }

  private static Refusal refused(String why) {
    return Refusal.badOption("name", RichText.of(why));
  }

  /** Whether somebody could take one for the other. */
  public boolean looksLike(Collection<String> others) {
    return looks.stream().anyMatch(others::contains);
  }

  /**
   * What a text looks like (Unicode Technical Standard 39), spaces and punctuation aside. There are
   * two looks, because what looks alike depends on the case: a capital I looks like an l and a
   * small i does not.
   */
  static Set<String> looks(String text) {
    String bare =
        SPACES_AND_PUNCTUATION
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("");
    Set<String> looks = new TreeSet<>();
    looks.add(look(UCharacter.foldCase(bare, true)));
    looks.add(look(bare));
    return looks;
  }

  private static String look(String text) {
    String look = UCharacter.foldCase(LookAlikes.TABLE.getSkeleton(text), true);
    return look.length() <= LONGEST_LOOK ? look : look.substring(0, LONGEST_LOOK);
  }

  /** Read from its file when the first name is. */
  private static final class LookAlikes {
    static final SpoofChecker TABLE = new SpoofChecker.Builder().build();
  }

  /** Words that ping everybody on one platform, or that would read as an answer of ours. */
  private static final class Reserved {
    static final Set<String> LOOKS = new TreeSet<>();

    static {
      for (String word :
          List.of(
              "everyone",
              "here",
              "channel",
              "all",
              "none",
              "nobody",
              "admin",
              "admins",
              "moderator",
              "moderators",
              "owner",
              "members",
              "groups",
              "cairn")) {
        LOOKS.addAll(looks(word));
      }
    }
  }
}
