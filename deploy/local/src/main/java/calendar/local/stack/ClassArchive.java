package calendar.local.stack;

import calendar.local.process.Commands;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The end of {@code make build}: the API runs for a moment on a temporary database and is called,
 * so that Java keeps an archive of the classes that it has loaded by then, which makes later starts
 * quicker. Only this version of Java can use it; the version is in its name.
 */
public final class ClassArchive {
  private static final String FIRST_DAY = "2000-01-01";

  private ClassArchive() {}

  /** Makes the archive unless a recent one is there. Another kind of Java than HotSpot has none. */
  public static void main(String[] arguments) {
    try {
      Distribution distribution = Distribution.find();
      Path archive =
          distribution
              .home()
              .resolve("lib/classes/calendar_api-%s.jsa".formatted(property("java.vm.version")));
      if (!property("java.vm.name").contains("J9") && !isRecent(archive, distribution)) {
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
      String address = "--address=" + stack.grpcAddress();
      String client = distribution.program("calendar_client").toString();
      Commands.run(
          List.of(
              client,
              "create",
              address,
              "--owner=archive",
              "--title=Archive",
              "--remind=10m",
              "--start=" + FIRST_DAY + " 12:00",
              "--duration=1h"));
      Commands.run(List.of(client, "day", address, "--owner=archive", "--date=" + FIRST_DAY));
    }
    if (!Files.exists(archive)) {
      throw new LocalException("Java has made no archive of classes in " + archive.getParent());
    }
    letAllRead(archive);
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
        .withoutReminders()
        .withEnvironment(
            Map.of(
                "WLP_SKIP_BOOTSTRAP_AGENT",
                "true",
                "JVM_ARGS",
                "-XX:ArchiveClassesAtExit='%s' -Xlog:disable -Xlog:all=error".formatted(archive)));
  }

  /** Our own classes may have changed since: those few are then read as they always were. */
  private static boolean isRecent(Path archive, Distribution distribution) throws IOException {
    FileTime server = Files.getLastModifiedTime(distribution.home().resolve("wlp"));
    return Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(server) > 0;
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
