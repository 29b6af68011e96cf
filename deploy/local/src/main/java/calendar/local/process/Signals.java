package calendar.local.process;

import java.util.List;

/** Sends signals to processes. One that has ended meanwhile is no error. */
final class Signals {
  private Signals() {}

  /**
   * Sends a signal to one process.
   *
   * @param name such as STOP
   */
  static void send(String name, long process) {
    // The shell's own kill: not every system has a program of that name.
    run("kill -s %s %d".formatted(name, process), process);
  }

  /** Sends a signal to a process and its group, or to the process alone where it leads no group. */
  static void sendToGroup(String name, long leader) {
    run("kill -s %1$s -- -%2$d 2>/dev/null || kill -s %1$s %2$d".formatted(name, leader), leader);
  }

  private static void run(String command, long process) {
    try {
      Commands.run(List.of("sh", "-c", command));
    } catch (LocalException failure) {
      if (ProcessHandle.of(process).isPresent()) {
        throw failure;
      }
    }
  }
}
