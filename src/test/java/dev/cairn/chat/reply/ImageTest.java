package dev.cairn.chat.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ImageTest {

  @Test
  void comparingDrawsNothing() {
    Supplier<byte[]> drawing =
        () -> {
          throw new AssertionError("drawn");
        };
    Image image = Image.drawnBy(drawing, "a.png", "A");
    assertThat(image)
        .isEqualTo(Image.drawnBy(drawing, "a.png", "A"))
        .hasSameHashCodeAs(Image.drawnBy(drawing, "a.png", "A"))
        .isNotEqualTo(Image.drawnBy(drawing, "b.png", "A"))
        .isNotEqualTo(Image.drawnBy(() -> new byte[] {1}, "a.png", "A"));
  }

  @Test
  void whatIsThereIsEqualByItsBytes() {
    assertThat(new Image("a.png", "A", new byte[] {1}))
        .isEqualTo(new Image("a.png", "A", new byte[] {1}))
        .isNotEqualTo(new Image("a.png", "A", new byte[] {2}));
  }
}
