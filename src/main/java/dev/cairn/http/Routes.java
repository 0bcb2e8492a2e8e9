package dev.cairn.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A part of what the server answers. */
@FunctionalInterface
public interface Routes {

  /** Adds this part. */
  void addTo(JavalinDefaultRoutingApi routes);

  /**
   * Whether a request to this path may come from anywhere. All other paths are for a browser on
   * this machine alone.
   */
  default boolean isOpen(String path) {
    return false;
  }
}
