package dev.cairn.platform.slack.render;

import com.google.gson.JsonObject;

/**
 * A block, and what it takes of a message's room.
 *
 * @param text characters
 * @param tables tables
 */
record Piece(JsonObject block, int text, int tables) {
  static Piece of(JsonObject block, int text) {
    return new Piece(block, text, 0);
  }
}
