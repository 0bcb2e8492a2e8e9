package dev.cairn.feature.group;

import dev.cairn.database.Query;
import dev.cairn.feature.checkin.CheckInStore;
import org.jdbi.v3.core.Handle;

/**
 * Breaks rules of the house on purpose: it knows the store of another feature, speaks SQL without
 * being a store, and knows Jdbi. A test sees the rules fail.
 */
public record PlantedInFeature(CheckInStore store, Query query, Handle handle) {}
