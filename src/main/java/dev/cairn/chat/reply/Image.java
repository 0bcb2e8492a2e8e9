package dev.cairn.chat.reply;

import java.util.Arrays;
import java.util.function.Supplier;

/** A PNG picture. One that nobody looks at, as in a terminal, need never be drawn. */
public final class Image {
  private final String fileName;
  private final String altText;
  private final Supplier<byte[]> drawing;

  private Image(String fileName, String altText, Supplier<byte[]> drawing) {
    this.fileName = fileName;
    this.altText = altText;
    this.drawing = drawing;
  }

  /**
   * A picture that is there.
   *
   * @param fileName ends in {@code .png}; letters, digits and hyphens only
   * @param altText says what the picture says, for whoever cannot see it
   * @param png the file's bytes
   */
  public Image(String fileName, String altText, byte[] png) {
    this(fileName, altText, new Drawn(png));
  }

  /** A drawing that is there: equal to another of the same bytes. */
  private static final class Drawn implements Supplier<byte[]> {
    private final byte[] png;

    Drawn(byte[] png) {
      this.png = png;
    }

    @Override
    public byte[] get() {
      return png;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Drawn that && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(png);
    }
  }

  /**
   * A picture that is drawn when it is looked at.
   *
   * @param drawing yields the file's bytes, the same ones each time
   */
  public static Image drawnBy(Supplier<byte[]> drawing, String fileName, String altText) {
    return new Image(fileName, altText, drawing);
  }

  /** The name to send the file under. */
  public String fileName() {
    return fileName;
  }

  /** What the picture says, for whoever cannot see it. */
  public String altText() {
    return altText;
  }

  /** The file's bytes, shared by all who ask for them: nobody may change them. */
  public byte[] png() {
    return drawing.get();
  }

  /** Whether both say the same by the same drawing. Nothing is drawn to find out. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && fileName.equals(that.fileName)
        && altText.equals(that.altText)
        && drawing.equals(that.drawing);
  }

  @Override
  public int hashCode() {
    return 31 * fileName.hashCode() + altText.hashCode();
  }

  @Override
  public String toString() {
    return "Image[" + fileName + ": " + altText + "]";
  }
}
