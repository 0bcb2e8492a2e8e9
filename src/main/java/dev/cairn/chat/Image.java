package dev.cairn.chat;

import java.util.Arrays;

/**
 * A PNG picture.
 *
 * @param fileName ends in {@code .png}; letters, digits and hyphens only
 * @param altText says what the picture says, for whoever cannot see it
 * @param png the file's bytes
 */
// An array is what every platform's upload takes; equality by content is written out below.
@SuppressWarnings("ArrayRecordComponent")
public record Image(String fileName, String altText, byte[] png) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Image(String name, String alt, byte[] bytes)
        && fileName.equals(name)
        && altText.equals(alt)
        && Arrays.equals(png, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * fileName.hashCode() + Arrays.hashCode(png);
  }

  @Override
  public String toString() {
    return "Image[" + fileName + ", " + png.length + " bytes]";
  }
}
