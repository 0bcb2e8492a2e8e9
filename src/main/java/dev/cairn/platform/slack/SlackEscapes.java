package dev.cairn.platform.slack;

/** Writes text without the characters that Slack changes when it gives text back. */
final class SlackEscapes {
  private SlackEscapes() {}

  static String encoded(String text) {
    return text.replace("%", "%25").replace("&", "%26").replace("<", "%3C").replace(">", "%3E");
  }

  static String decoded(String text) {
    return text.replace("%3E", ">").replace("%3C", "<").replace("%26", "&").replace("%25", "%");
  }
}
