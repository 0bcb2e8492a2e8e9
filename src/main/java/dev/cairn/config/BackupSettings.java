package dev.cairn.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Backups by the clock.
 *
 * @param folder where they are written to
 * @param every how long from one to the next
 * @param keep how many of the newest are kept
 */
public record BackupSettings(Path folder, Duration every, int keep) {}
