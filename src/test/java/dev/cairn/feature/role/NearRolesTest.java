package dev.cairn.feature.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Role;
import dev.cairn.chat.Audience;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class NearRolesTest {
  @Test
  void theRoleWhoseDaysAreStudiedIsNearestAndMissesNone() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      assertThat(lab.text("asha", "/role near:true"))
          .contains("not studied a day that belongs to a role yet");
      Role role = TestConversation.CATALOG.roles().getLast();
      List<Integer> days =
          TestConversation.CATALOG.journey().stream()
              .filter(day -> day.roles().contains(role.id()))
              .map(JourneyDay::day)
              .toList();
      days.forEach(day -> lab.say("asha", "/done day:" + day));
      Turn turn = lab.say("asha", "/role near:true");
      assertThat(turn.audience()).isEqualTo(Audience.CALLER);
      List<?> roles = (List<?>) Objects.requireNonNull(turn.reply().facts().values().get("roles"));
      Map<String, Object> nearest =
          Map.of(
              "id",
              role.id(),
              "name",
              role.name(),
              "studied",
              days.size(),
              "of",
              days.size(),
              "missing",
              List.of());
      assertThat(roles).hasSameSizeAs(TestConversation.CATALOG.roles());
      assertThat(roles.contains(nearest)).as("among " + roles).isTrue();
      assertThat(((Map<?, ?>) roles.getFirst()).get("missing")).isEqualTo(List.of());
      assertThat(turn.text()).contains(role.name() + ": ", "None is missing.");
    }
  }
}
