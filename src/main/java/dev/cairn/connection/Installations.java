package dev.cairn.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the installations of many workspaces; one for each pair of enterprise and team. */
public interface Installations {

  /** Keeps an installation in the place of an earlier one of the same enterprise and team. */
  void save(Installation installation);

  /** The installation of exactly this enterprise and team. */
  Optional<Installation> find(@Nullable String enterprise, @Nullable String team);

  /** The installation of this team, whatever enterprise it belongs to; the newest of several. */
  Optional<Installation> findByTeam(String team);

  /** Forgets the installation of this enterprise and team, if there is one. */
  void remove(@Nullable String enterprise, @Nullable String team);
}
