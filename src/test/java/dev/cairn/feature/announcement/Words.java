package dev.cairn.feature.announcement;

import dev.cairn.chat.Courier.Parcel;
import dev.cairn.chat.Reply;
import java.util.Optional;

/** Finds the same words for everything. */
enum Words implements Composer {
  WORDS;

  static final String KIND = "test";
  private static final Reply.Card CARD = Reply.Card.titled("Hear").text("This.").build();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Parcel> compose(Announcement announcement) {
    return Optional.of(Parcel.of(announcement.address(), announcement.nonce(), CARD));
  }
}
