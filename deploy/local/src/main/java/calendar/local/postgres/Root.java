package calendar.local.postgres;

import calendar.local.process.Commands;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root, but containers and build machines often run as root. */
final class Root {
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private Root() {}

  /**
   * Returns the words that run a program in a user namespace, where root is an ordinary user with
   * the same rights on files.
   */
  static List<String> disguised(List<String> words) {
    if (!isRoot()) {
      return words;
    }
    List<String> disguise = List.of("unshare", "--user");
    requireAllowed(disguise);
    List<String> disguised = new ArrayList<>(disguise);
    disguised.addAll(words);
    return disguised;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(THIS_PROCESS, "unix:uid").equals(0);
    } catch (IOException failure) {
      throw new LocalException("The user of this process cannot be read: " + failure, failure);
    }
  }

  private static void requireAllowed(List<String> disguise) {
    List<String> nothing = new ArrayList<>(disguise);
    nothing.add("true");
    try {
      Commands.run(nothing);
    } catch (LocalException refused) {
      throw new LocalException(
          "PostgreSQL does not run as root, and this system allows no user namespace (unshare):"
              + " work as another user, or name a database by CALENDAR_DATABASE_HOST",
          refused);
    }
  }
}
