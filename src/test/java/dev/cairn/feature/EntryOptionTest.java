package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.catalog.Role;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Refusal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryOptionTest {
  private static final Caller ASHA =
      new Caller(
          new Account(Platform.LOCAL, "lab", "asha", "Asha"), "lab", false, Locale.ENGLISH, null);

  private final EntryOption<Role> option =
      new EntryOption<>(CatalogLoader.builtIn().roles(), "role", Action.of("role"), "name");

  @ParameterizedTest
  @CsvSource({
    "mlops-engineer, mlops-engineer",
    "MLOps Engineer, mlops-engineer",
    "ml ops developer, mlops-engineer",
    "architect, ai-ml-architect",
    "Scientist, data-scientist",
  })
  void findsWhatIsMeant(String typed, String id) {
    assertThat(option.find(typed).id()).isEqualTo(id);
  }

  @Test
  void asksWhichWhereThereAreSeveral() {
    assertThatThrownBy(() -> option.find("engineer"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(
            "“engineer” could be more than one role. Did you mean MLOps engineer, ");
  }

  @Test
  void guessesWhatWasMisspelt() {
    assertThatThrownBy(() -> option.find("data scientits"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal)
                  .hasMessage("There is no role “data scientits”. Did you mean Data scientist?");
              assertThat(Conversation.actions(refusal.notice()))
                  .containsExactly("role name:data-scientist");
            });
  }

  @Test
  void suggestsAllToBeginWithAndThenWhatIsBeingTyped() {
    assertThat(suggestions("")).hasSize(10).contains("mlops-engineer", "data-engineer");
    assertThat(suggestions("data sc")).startsWith("data-scientist");
    assertThat(suggestions("qqqq")).isEmpty();
  }

  private List<String> suggestions(String typed) {
    return option.suggester().suggest(ASHA, typed).stream().map(ChoiceValue::value).toList();
  }
}
