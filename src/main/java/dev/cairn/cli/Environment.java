package dev.cairn.cli;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.config.Settings;
import dev.cairn.config.SettingsLoader;
import java.nio.file.Path;

/** What the commands take from outside: the settings and the content in force. */
final class Environment {
  private Environment() {}

  /** The settings of the folder in which the command was given. */
  static Settings settings() {
    return SettingsLoader.load(Path.of(""), System.getenv());
  }

  /** The content in force: the community's own folder where one is set, else the built-in one. */
  static Catalog catalog(Settings settings) {
    return settings.seeds().map(CatalogLoader::load).orElseGet(CatalogLoader::builtIn);
  }
}
