package dev.cairn;

import dev.cairn.feature.Pictures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts how often pictures are drawn, and how often they need not be. */
final class PictureMeters {
  private PictureMeters() {}

  static void register(Pictures pictures, MeterRegistry meters) {
    FunctionCounter.builder("cairn.pictures.drawn", pictures, all -> all.statistics().drawn())
        .description("Pictures drawn")
        .register(meters);
    FunctionCounter.builder("cairn.pictures.found", pictures, all -> all.statistics().found())
        .description("Pictures that were drawn before")
        .register(meters);
    FunctionCounter.builder("cairn.pictures.evicted", pictures, all -> all.statistics().evicted())
        .description("Pictures that gave way to newer ones")
        .register(meters);
    Gauge.builder("cairn.pictures.kept", pictures, all -> all.statistics().bytes())
        .baseUnit("bytes")
        .description("Memory that pictures take")
        .register(meters);
  }
}
