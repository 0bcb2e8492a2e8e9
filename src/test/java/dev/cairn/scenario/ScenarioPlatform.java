package dev.cairn.scenario;

import java.util.List;
import java.util.Map;

/** A platform, as those who talk on it know it. */
interface ScenarioPlatform extends AutoCloseable {

  /** The platform's own id of the channel. */
  String channel();

  /** A member gives a command; what is shown in answer is given back as it is read. */
  String give(Person by, Line line) throws Exception;

  /** A member presses a button of what was shown last; what is shown then is given back. */
  String press(Person by, String label) throws Exception;

  /** A member sends the form that was shown last; what is shown then is given back. */
  String submit(Person by, Map<String, String> values) throws Exception;

  /** Waits for the next message that nobody asked for just now; it is what was shown last. */
  Post nextPost() throws Exception;

  /** Messages that nobody asked for, and nobody has waited for. */
  List<Post> otherPosts() throws Exception;

  @Override
  void close();

  /** A message that nobody asked for just now, as it is read. */
  record Post(PostedIn place, String text) {}
}
