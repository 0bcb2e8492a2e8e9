package dev.cairn.cli;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.config.Settings;
import dev.cairn.config.SettingsLoader;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What the commands take from outside: the settings and the content in force. */
final class Environment {
  private Environment() {}

  /** The settings of the folder in which the command was given. */
  static Settings settings() {
    return SettingsLoader.load(Path.of(""), System.getenv());
  }

  /** The content in force, read while the caller does something else. */
  static Supplier<Catalog> catalogMeanwhile(Settings settings) {
    CompletableFuture<Catalog> reading = CompletableFuture.supplyAsync(() -> catalog(settings));
    return () -> {
      try {
        return reading.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException wrong) {
          throw wrong;
        }
        throw e;
      }
    };
  }

  /** The content in force: the community's own folder where one is set, else the built-in one. */
  static Catalog catalog(Settings settings) {
    return settings.seeds().map(CatalogLoader::load).orElseGet(CatalogLoader::builtIn);
  }
}
