package dev.cairn.feature.certification;

import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Certification.Level;
import dev.cairn.chat.Action;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which certifications to show.
 *
 * @param level only of this level
 * @param provider only from this provider
 */
record CertificationFilter(Optional<Level> level, Optional<String> provider) {
  static final CertificationFilter ALL =
      new CertificationFilter(Optional.empty(), Optional.empty());

  boolean admits(Certification certification) {
    return level.stream().allMatch(certification.level()::equals)
        && provider.stream().allMatch(wanted -> wanted.equals(certification.provider()));
  }

  /** The command that shows them. */
  Action action() {
    Action action = Action.of("certification");
    if (level.isPresent()) {
      action = action.with("level", Levels.key(level.get()));
    }
    return provider.isPresent() ? action.with("provider", provider.get()) : action;
  }

  CertificationFilter at(Level wanted) {
    return new CertificationFilter(Optional.of(wanted), provider);
  }

  CertificationFilter anyLevel() {
    return new CertificationFilter(Optional.empty(), provider);
  }

  CertificationFilter anyProvider() {
    return new CertificationFilter(level, Optional.empty());
  }

  /** {@code Intermediate, Google}; empty where everything is shown. */
  String words() {
    return Stream.concat(level.map(Levels::heading).stream(), provider.stream())
        .collect(Collectors.joining(", "));
  }
}
