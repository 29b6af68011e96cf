package calendar.local;

import java.util.List;

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
    signal(name, root);
    root.children().forEach(child -> signal(name, child));
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      // The shell's own kill: not every system has a program of that name.
      Commands.run(List.of("sh", "-c", "kill -s %s %d".formatted(name, process.pid())));
    } catch (LocalException failure) {
      if (process.isAlive()) {
        throw failure;
      }
    }
  }
}
