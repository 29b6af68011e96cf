package calendar.local;

/**
 * A process and those that it has started.
 *
 * @param root the process
 */
record ProcessTree(ProcessHandle root) {

  /** Freezes them; the root first, so that it starts no more. */
  void pause() {
    signal("STOP");
  }

  /** Lets them go on. */
  void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    Signals.send(name, root.pid());
    root.children().forEach(child -> Signals.send(name, child.pid()));
  }
}
