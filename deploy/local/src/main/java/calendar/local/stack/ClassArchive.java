package calendar.local.stack;

import calendar.local.process.Commands;
import calendar.local.process.LocalException;
import calendar.local.stack.StackOptions.Reminders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * The end of {@code make build}: the API runs for a moment on a temporary database and is called,
 * so that Java keeps an archive of the classes that it has loaded by then, which makes later starts
 * quicker. Only this version of Java can use it; the version is in its name.
 */
public final class ClassArchive {
  private static final String FIRST_DAY = "2000-01-01";
  private static final String OWNER = "--owner=archive";

  private ClassArchive() {}

  /** Makes the archive unless a recent one is there. Another kind of Java than HotSpot has none. */
  public static void main(String[] arguments) {
    try {
      Distribution distribution = Distribution.find();
      Path home = distribution.home();
      String java = System.getProperty("java.vm.version");
      Path archive = home.resolve("lib/classes/calendar_api-%s.jsa".formatted(java));
      boolean canArchive = !System.getProperty("java.vm.name").contains("J9");
      // Our own classes may have changed since: those few are then read as they always were.
      if (canArchive && !FileUtils.isFileNewer(archive.toFile(), home.resolve("wlp").toFile())) {
        System.out.println("Archiving the classes that the API loads");
        make(archive, distribution);
      }
    } catch (LocalException | IOException failure) {
      System.err.println(
          "No archive of classes was made, so the API starts slower: " + failure.getMessage());
    }
  }

  private static void make(Path archive, Distribution distribution) throws IOException {
    Files.createDirectories(archive.getParent());
    Files.deleteIfExists(archive);
    try (LocalStack stack = LocalStack.start(options(archive))) {
      String client = distribution.program("calendar_client").toString();
      String address = "--address=" + stack.grpcAddress();
      String start = "--start=" + FIRST_DAY + " 12:00";
      run(client, "create", address, OWNER, "--title=A", start, "--duration=1h", "--remind=10m");
      run(client, "day", address, OWNER, "--date=" + FIRST_DAY);
    }
    if (!Files.exists(archive)) {
      throw new LocalException("Java has made no archive of classes in " + archive.getParent());
    }
    letAllRead(archive);
  }

  private static void run(String... words) {
    Commands.run(List.of(words));
  }

  /** As all of the distribution may be read: Liberty lets no others read what its Java writes. */
  static void letAllRead(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.addAll(PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(file, permissions);
  }

  /** Without Liberty's agent: Java keeps no archive beside an agent. */
  private static StackOptions options(Path archive) {
    return StackOptions.temporary()
        .withReminders(Reminders.NONE)
        .withEnvironment(
            Map.of(
                "WLP_SKIP_BOOTSTRAP_AGENT",
                "true",
                "JVM_ARGS",
                "-XX:ArchiveClassesAtExit='%s' -Xlog:disable -Xlog:all=error".formatted(archive)));
  }
}
