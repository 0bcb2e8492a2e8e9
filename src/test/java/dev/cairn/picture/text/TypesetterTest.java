package dev.cairn.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.picture.Theme;
import dev.cairn.picture.text.FontLibrary.Face;
import dev.cairn.picture.text.FontRuns.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {
  private final FontLibrary fonts = new FontLibrary();
  private final FontRuns fontRuns = new FontRuns(fonts);
  private final Typesetter typesetter = new Typesetter(fonts);

  @Test
  void noLetterOfUnicodeIsDrawnAsAnEmptyBox() {
    List<String> boxes =
        IntStream.rangeClosed(0x20, Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(letter -> Character.getType(letter) != Character.SURROGATE)
            .filter(letter -> Character.getType(letter) != Character.CONTROL)
            .filter(letter -> Character.getType(letter) != Character.PRIVATE_USE)
            .mapToObj(Character::toString)
            .filter(this::hasEmptyBox)
            .toList();

    assertThat(boxes).isEmpty();
  }

  private boolean hasEmptyBox(String text) {
    return fontRuns.of(text, Face.INTER).stream()
        .anyMatch(run ->
            run.text()
                .codePoints()
                .filter(letter -> letter != 0x200C && letter != 0x200D)
                .anyMatch(letter -> !fonts.font(run.face()).canDisplay(letter)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asha",
        "Đặng",
        "Александра",
        "Ελένη",
        "محمد",
        "שלום",
        "नमस्ते",
        "தமிழ்",
        "ಕನ್ನಡ",
        "বাংলা",
        "สวัสดี",
        "ქართული",
        "Հայերեն",
        "አማርኛ",
        "ひらがな",
        "カタカナ",
        "山田太郎",
        "汉字",
        "漢字"
      })
  void drawsTheScriptsOfMostMembersAsTheyAre(String name) {
    assertThat(drawn(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "김민수, ㄱㅣㅁㅁㅣㄴㅅㅜ",
    "값 없음, ㄱㅏㅄ ㅇㅓㅄㅇㅡㅁ",
    "សុខា 7, [Khmer] 7",
    "မြန်မာ, [Myanmar]",
    "a🫨b, a◇b",
    "👩‍💻👍🏽, 👩👍",
    "🇮🇳🇰🇷, INKR",
    "1️⃣, 1",
    "❤️, ❤"
  })
  void standsInVisiblyForWhatItCannotDraw(String name, String drawn) {
    assertThat(drawn(name)).isEqualTo(drawn);
  }

  private String drawn(String text) {
    return String.join("", fontRuns.of(text, Face.INTER).stream().map(Run::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maximiliane von und zu Hohenlohe-Langenburg",
        "魑魅魍魎鬱蒼鬱蒼魑魅魍魎鬱蒼鬱蒼魑魅魍魎鬱蒼",
        "محمد عبد الله محمد عبد الله محمد عبد الله",
        "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻"
      })
  void shortensALineToItsRoom(String name) {
    for (int room = 20; room < 160; room += 7) {
      assertThat(typesetter.line(name, Theme.BODY, room).getAdvance())
          .isLessThanOrEqualTo(room)
          .isGreaterThan(room - 40);
    }
  }

  @Test
  void leavesALineThatHasRoomAsItIs() {
    float whole = typesetter.line("Asha Raman", Theme.BODY).getAdvance();

    assertThat(typesetter.line("Asha Raman", Theme.BODY, whole).getAdvance()).isEqualTo(whole);
    assertThat(typesetter.line("Asha Raman", Theme.BODY, whole - 1).getAdvance())
        .isLessThan(whole - 1);
  }
}
