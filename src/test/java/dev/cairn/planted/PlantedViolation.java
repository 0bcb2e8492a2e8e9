package dev.cairn.planted;

import java.time.Instant;

/** Breaks a rule of the house on purpose, so that a test can see the rule fail. */
public final class PlantedViolation {
  private PlantedViolation() {}

  /** Asks the machine for the time. */
  public static Instant machineTime() {
    return Instant.now();
  }
}
