package dev.cairn.platform.local.playground;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The forms that are open in somebody's browser: each can be sent once. */
final class OpenForms {
  private final Cache<String, Outcome.Asked> forms =
      Caffeine.newBuilder().maximumSize(1_000).build();

  Outcome.Asked open(Outcome.Asked form) {
    forms.put(form.id(), form);
    return form;
  }

  /** Takes a form that is being sent, so that a second sending finds none. */
  Optional<Outcome.Asked> take(String id) {
    return Optional.ofNullable(forms.asMap().remove(id));
  }
}
