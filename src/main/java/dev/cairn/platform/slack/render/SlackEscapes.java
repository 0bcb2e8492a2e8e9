package dev.cairn.platform.slack.render;

/** Writes text without the characters that Slack changes when it gives text back. */
public final class SlackEscapes {
  private SlackEscapes() {}

  static String encoded(String text) {
    return text.replace("%", "%25").replace("&", "%26").replace("<", "%3C").replace(">", "%3E");
  }

  public static String decoded(String text) {
    return text.replace("%3E", ">").replace("%3C", "<").replace("%26", "&").replace("%25", "%");
  }
}
