package calendar.local.postgres;

import calendar.local.process.Attempt;
import calendar.local.process.Commands;
import calendar.local.process.LocalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root, but containers and build machines often run as root. */
final class Root {
  private Root() {}

  /**
   * Returns the words that run a program in a user namespace, where root is an ordinary user with
   * the same rights on files.
   */
  static List<String> disguised(String program) {
    Object user =
        Attempt.to(
            "read the user of this process",
            () -> Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    if (!user.equals(0)) {
      return List.of(program);
    }
    try {
      Commands.run(List.of("unshare", "--user", "true"));
    } catch (LocalException refused) {
      throw new LocalException(
          "PostgreSQL does not run as root, and this system allows no user namespace (unshare):"
              + " work as another user, or name a database by CALENDAR_DATABASE_HOST",
          refused);
    }
    return List.of("unshare", "--user", program);
  }
}
