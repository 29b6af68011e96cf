package calendar.local.process;

/**
 * A process and those that it has started.
 *
 * @param root the process
 */
public record ProcessTree(ProcessHandle root) {

  /** Freezes them; the root first, so that it starts no more. */
  public void pause() {
    signal("STOP");
  }

  /** Lets them go on. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    Signals.send(name, root.pid());
    root.children().forEach(child -> Signals.send(name, child.pid()));
  }
}
