package calendar.local.process;

import java.util.List;

/** Sends signals to processes. It is no error if the process has already ended. */
public final class Signals {
  private Signals() {}

  /**
   * Sends a signal to a process and then to its children.
   *
   * @param name such as STOP
   */
  public static void sendToTree(String name, ProcessHandle root) {
    // The first signal stops the root, so that it starts no more children.
    send(name, root);
    root.children().forEach(child -> send(name, child));
  }

  private static void send(String name, ProcessHandle process) {
    // The shell's own kill: not every system has a program of that name.
    run("kill -s %s %d".formatted(name, process.pid()), process.pid());
  }

  /** Sends a signal to a process and its group, or only to the process if it leads no group. */
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
