package dev.cairn.platform.discord.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that was made.
 *
 * @param path without the API's base and without the query
 * @param query of its address, by name
 * @param body JSON, or missing
 * @param files the sizes of what was uploaded, by name
 * @param arrivedNanos when its last byte had come, by {@link System#nanoTime()}
 */
public record RestRequest(
    String method,
    String path,
    Map<String, String> query,
    JsonNode body,
    Map<String, Integer> files,
    String authorization,
    long arrivedNanos) {}
