package dev.cairn.picture;

import dev.cairn.picture.text.FontLibrary.Face;
import dev.cairn.picture.text.TextStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;

/**
 * The one visual language of all pictures: a dark panel of its own, which holds on light and on
 * dark surroundings, and few colours, which stay apart for colour-blind eyes and never speak
 * without a shape or a word. Lengths are in points; a chat shows a picture about {@link #WIDTH}
 * points wide.
 */
public final class Theme {
  static final double WIDTH = 420;

  /** Pixels to a point. */
  static final int SCALE = 2;

  static final double MARGIN = 20;
  static final double CORNER = 12;

  static final Color PANEL = new Color(0x1F242B);
  static final Color PANEL_EDGE = new Color(0x3A414B);
  static final Color TEXT = new Color(0xF4F1EA);
  static final Color MUTED = new Color(0xA9B0BA);
  static final Color FAINT = new Color(0x454D58);
  static final Color TRACK = new Color(0x2E353F);

  /** What was done: a checked day, a bar. */
  static final Color DONE = new Color(0x3FBF86);

  /** A third, two thirds and all of it done, dark enough for words on them. */
  static final Color DONE_FEW = new Color(0x274638);

  static final Color DONE_SOME = new Color(0x2A6A4D);
  static final Color DONE_MANY = new Color(0x2C8A61);

  /** What a freeze bridged. */
  static final Color FROZEN = new Color(0x6DB8F5);

  /** What was lost. */
  static final Color MISSED = new Color(0xF0865A);

  /** What neither counts nor breaks. */
  static final Color COVERED = new Color(0x8C94A3);

  /** What asks for the eye: today, a milestone's number. */
  static final Color ACCENT = new Color(0xF6C85F);

  static final Color HILL_FAR = new Color(0x29313A);
  static final Color HILL_NEAR = new Color(0x323C45);
  static final Color SUN = new Color(0x4A4232);

  /** A stone from its lit side to its shaded one. */
  record StoneTones(Color light, Color body, Color shade) {}

  static final List<StoneTones> STONES =
      List.of(
          new StoneTones(new Color(0xB9B3A7), new Color(0x9A9488), new Color(0x78736A)),
          new StoneTones(new Color(0xA3ABB2), new Color(0x838C95), new Color(0x656D76)),
          new StoneTones(new Color(0xC9BBA3), new Color(0xAB9C84), new Color(0x877A66)),
          new StoneTones(new Color(0x9DA99E), new Color(0x7E8B80), new Color(0x606C63)));

  static final StoneTones CROWN = new StoneTones(new Color(0xFBE0A0), ACCENT, new Color(0xC99A3B));

  static final TextStyle BIG_FIGURE = new TextStyle(Face.INTER_SEMI_BOLD, 64, ACCENT);
  static final TextStyle FIGURE = new TextStyle(Face.INTER_SEMI_BOLD, 46, TEXT);
  static final TextStyle SMALL_FIGURE = new TextStyle(Face.INTER_SEMI_BOLD, 22, TEXT);
  static final TextStyle HEADING = new TextStyle(Face.INTER_SEMI_BOLD, 17, TEXT);
  static final TextStyle STRONG = new TextStyle(Face.INTER_SEMI_BOLD, 15, TEXT);
  public static final TextStyle BODY = new TextStyle(Face.INTER, 15, TEXT);
  static final TextStyle LABEL = new TextStyle(Face.INTER, 12.5f, MUTED);

  private Theme() {}

  static Stroke stroke(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
