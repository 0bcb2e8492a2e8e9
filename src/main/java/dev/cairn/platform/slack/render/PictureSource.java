package dev.cairn.platform.slack.render;

/** Where Slack finds a picture. */
public sealed interface PictureSource {
  /** Uploaded to Slack. */
  record Uploaded(String fileId) implements PictureSource {}

  /** Served by us at a public address. */
  record Served(String url) implements PictureSource {}

  /** Nowhere: its alt text takes its place. */
  record InWords() implements PictureSource {}
}
