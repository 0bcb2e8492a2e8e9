/**
 * Tells whoever starts Cairn by Maven what they are waiting for: quietly, Maven would fetch and compile for minutes without a word. Any other build is
 * left alone. What was typed is in the variable that Maven's own start script sets.
 */
void main() {
  String typed = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "");
  if ((typed + " ").contains("exec:exec ")) {
    IO.println("Fetching the libraries (the first time, which takes a few minutes) and compiling. Then Cairn starts and prints its address.");
  }
}
