package dev.cairn.picture;

import dev.cairn.picture.FontLibrary.Face;
import java.awt.Color;

/**
 * How a line of text looks.
 *
 * @param face the face it is set in as far as that has its letters
 * @param size the height of the face, in points
 */
record TextStyle(Face face, float size, Color color) {
  TextStyle in(Color other) {
    return new TextStyle(face, size, other);
  }

  TextStyle scaled(double factor) {
    return new TextStyle(face, (float) (size * factor), color);
  }
}
