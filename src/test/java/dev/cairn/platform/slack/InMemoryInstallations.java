package dev.cairn.platform.slack;

import dev.cairn.connection.Installation;
import dev.cairn.connection.Installations;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Installations for as long as a test runs. */
public final class InMemoryInstallations implements Installations {
  private final List<Installation> all = new CopyOnWriteArrayList<>();

  @Override
  public void save(Installation installation) {
    remove(installation.enterprise(), installation.team());
    all.add(installation);
  }

  @Override
  public Optional<Installation> find(@Nullable String enterprise, @Nullable String team) {
    return all.stream()
        .filter(i -> Objects.equals(i.enterprise(), enterprise) && Objects.equals(i.team(), team))
        .findFirst();
  }

  @Override
  public Optional<Installation> findByTeam(String team) {
    return all.stream()
        .filter(i -> team.equals(i.team()))
        .max(Comparator.comparing(Installation::installedAt));
  }

  @Override
  public void remove(@Nullable String enterprise, @Nullable String team) {
    all.removeIf(i -> Objects.equals(i.enterprise(), enterprise) && Objects.equals(i.team(), team));
  }
}
