package dev.cairn.picture.text;

import dev.cairn.picture.text.FontLibrary.Face;
import java.awt.Color;

/**
 * How a line of text looks.
 *
 * @param face the face it is set in as far as that has its letters
 * @param size the height of the face, in points
 */
public record TextStyle(Face face, float size, Color color) {
  public TextStyle in(Color other) {
    return new TextStyle(face, size, other);
  }

  public TextStyle scaled(double factor) {
    return new TextStyle(face, (float) (size * factor), color);
  }
}
