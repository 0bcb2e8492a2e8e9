package dev.cairn.platform.discord.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.ControlId;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the JSON of replies that are sent again and again: cards of content that never changes. All
 * that differs from one member to the next is whose message it is, which stands in the ids of its
 * controls and is put in anew. Replies are told apart by their identity, and forgotten with it.
 */
public final class WrittenReplies {
  private static final int MOST = 300;

  /** A power of two. */
  private static final int SEEN = 256;

  private final CommandLinks links;
  private final Cache<Reply, Map<Variant, Written>> kept =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST).build();

  /** What was sent once. Of two that meet in a slot the earlier is forgotten, and seen anew. */
  private final AtomicReferenceArray<@Nullable WeakReference<Reply>> seen =
      new AtomicReferenceArray<>(SEEN);

  public WrittenReplies(CommandLinks links) {
    this.links = links;
  }

  /**
   * What decides how a reply is drawn.
   *
   * @param ownerLength of the owner as it stands in ids: one that is too long is told in words
   * @param ids of the commands that can be pressed
   */
  private record Variant(int ownerLength, boolean ephemeral, Map<String, String> ids) {
    static Variant of(String owner, boolean ephemeral, CommandLinks links) {
      return new Variant(owner.length(), ephemeral, links.ids());
    }
  }

  /** What stands before, between and after the places of the owner. */
  private record Written(List<byte[]> pieces) {
    static Written of(byte[] json, String owner) {
      // One character a byte, so that places in the text are places in the bytes.
      String text = new String(json, StandardCharsets.ISO_8859_1);
      // A quotation mark within a text is escaped, so this is the key of an id and nothing else.
      Matcher places =
          Pattern.compile("\"custom_id\":\"1[A-Za-z][0-9]*~(?=" + Pattern.quote(owner) + "~)")
              .matcher(text);
      List<byte[]> pieces = new ArrayList<>();
      int from = 0;
      while (places.find()) {
        pieces.add(text.substring(from, places.end()).getBytes(StandardCharsets.ISO_8859_1));
        from = places.end() + owner.length();
      }
      pieces.add(text.substring(from).getBytes(StandardCharsets.ISO_8859_1));
      return new Written(pieces);
    }

    byte[] by(String owner) {
      byte[] inserted = owner.getBytes(StandardCharsets.ISO_8859_1);
      ByteArrayOutputStream json =
          new ByteArrayOutputStream(
              pieces.stream().mapToInt(piece -> piece.length).sum()
                  + pieces.size() * inserted.length);
      json.writeBytes(pieces.getFirst());
      for (byte[] piece : pieces.subList(1, pieces.size())) {
        json.writeBytes(inserted);
        json.writeBytes(piece);
      }
      return json.toByteArray();
    }
  }

  /** The JSON of a reply as it is for this recipient; empty where it was not kept. */
  public Optional<byte[]> find(Reply reply, Recipient recipient, boolean ephemeral) {
    String owner = owner(recipient);
    Map<Variant, Written> variants = owner.isEmpty() ? null : kept.getIfPresent(reply);
    return variants == null
        ? Optional.empty()
        : Optional.ofNullable(variants.get(Variant.of(owner, ephemeral, links)))
            .map(written -> written.by(owner));
  }

  /** Keeps what a reply without files was written as, where it is not the first time. */
  public void note(Reply reply, Recipient recipient, boolean ephemeral, byte[] json) {
    String owner = owner(recipient);
    if (owner.isEmpty() || !isSeenAgain(reply)) {
      return;
    }
    kept.get(reply, each -> new ConcurrentHashMap<>())
        .put(Variant.of(owner, ephemeral, links), Written.of(json, owner));
  }

  private boolean isSeenAgain(Reply reply) {
    int slot = System.identityHashCode(reply) & (SEEN - 1);
    WeakReference<Reply> before = seen.get(slot);
    if (before != null && before.refersTo(reply)) {
      return true;
    }
    seen.set(slot, new WeakReference<>(reply));
    return false;
  }

  /** As it stands in the ids of controls; empty where a message is about another place too. */
  private static String owner(Recipient recipient) {
    return recipient.community() == null && recipient.server() == null
        ? ControlId.shortened(recipient.owner())
        : "";
  }
}
