package dev.cairn.picture;

import java.util.Arrays;
import java.util.Objects;

/** A drawn picture, ready to be sent. Equal pictures have equal bytes and words. */
public final class Picture {
  private final byte[] png;
  private final String altText;
  private final int width;
  private final int height;
  private final String fileName;

  Picture(byte[] png, String altText, int width, int height, String fileName) {
    this.png = png;
    this.altText = altText;
    this.width = width;
    this.height = height;
    this.fileName = fileName;
  }

  /** The PNG file's bytes, shared by all who ask for them: nobody may change them. */
  public byte[] png() {
    return png;
  }

  /** The size of the PNG file, in bytes. */
  public int size() {
    return png.length;
  }

  /** What the picture says, in plain text of at most {@link Drawing#MAX_ALT_TEXT} characters. */
  public String altText() {
    return altText;
  }

  /** In pixels: twice the width that the picture is meant to be seen at. */
  public int width() {
    return width;
  }

  /** In pixels: twice the height that the picture is meant to be seen at. */
  public int height() {
    return height;
  }

  /** A name to send the file under, such as {@code leaderboard.png}. */
  public String fileName() {
    return fileName;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that
        && Arrays.equals(png, that.png)
        && altText.equals(that.altText)
        && fileName.equals(that.fileName);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(png), altText, fileName);
  }

  @Override
  public String toString() {
    return "%s, %d x %d, %d bytes: %s".formatted(fileName, width, height, png.length, altText);
  }
}
