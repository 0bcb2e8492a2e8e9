package dev.cairn.config;

/** Where our own HTTP server listens. */
public record HttpSettings(String host, int port) {}
