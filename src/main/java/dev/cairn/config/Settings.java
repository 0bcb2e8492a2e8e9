package dev.cairn.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All settings.
 *
 * @param discord empty where Discord is not to be connected
 * @param slack empty where Slack is not to be connected
 * @param backup empty where none are made by the clock
 * @param seeds a folder that takes the place of the built-in content
 * @param reviewsSharedBy the places of communities that agreed to an anonymous export of their
 *     review logs
 */
public record Settings(
    DatabaseSettings database,
    Optional<DiscordSettings> discord,
    Optional<SlackSettings> slack,
    HttpSettings http,
    Optional<BackupSettings> backup,
    Optional<Path> seeds,
    List<String> reviewsSharedBy) {}
