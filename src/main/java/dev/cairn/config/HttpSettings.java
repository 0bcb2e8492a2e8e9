package dev.cairn.config;

import java.time.Duration;

/**
 * Where our own HTTP server listens.
 *
 * @param drain how long it goes on answering once we are being stopped, while it says that it is
 *     not ready
 */
public record HttpSettings(String host, int port, Duration drain) {}
