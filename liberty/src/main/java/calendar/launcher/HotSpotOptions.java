package calendar.launcher;

import calendar.config.ConfigException;
import calendar.launcher.text.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options that only a HotSpot Java understands: those of {@code hotspot.options} beside the
 * server's {@code jvm.options}, which every Java reads, and the archive of classes that was made
 * for this very Java, if there is one. What the user says in {@code JVM_ARGS} comes after them.
 */
final class HotSpotOptions {
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");
  private static final Pattern ARCHIVE =
      Pattern.compile("-XX:(SharedArchiveFile|ArchiveClassesAtExit|AOT\\w+)=|-Xshare:");

  private final Path definition;
  private final Path archives;
  private final String vmName;
  private final String vmVersion;

  /**
   * @param definition the folder of the server's definition
   * @param archives the folder of the archives
   * @param vmName the system property {@code java.vm.name}
   * @param vmVersion the system property {@code java.vm.version}
   */
  HotSpotOptions(Path definition, Path archives, String vmName, String vmVersion) {
    this.definition = definition;
    this.archives = archives;
    this.vmName = vmName;
    this.vmVersion = vmVersion;
  }

  /** For the Java that runs this program: the server is run by the same one. */
  static HotSpotOptions ofThisJava(Server server, LaunchEnvironment launch) {
    return new HotSpotOptions(
        launch.definition(server),
        launch.home().resolve("lib/classes"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"));
  }

  /**
   * As words of a shell, or an empty text for another kind of Java.
   *
   * @param chosen the user's own options: two collectors or archives would end the Java at once, so
   *     that one of theirs replaces ours
   * @throws ConfigException if the file cannot be read
   */
  String text(String chosen) {
    if (vmName.contains("J9")) {
      return "";
    }
    List<String> options = new ArrayList<>(inFile());
    if (COLLECTOR.matcher(chosen).find()) {
      options.removeIf(option -> COLLECTOR.matcher(option).find());
    }
    Path archive = archives.resolve(definition.getFileName() + "-" + vmVersion + ".jsa");
    if (Files.isReadable(archive) && !ARCHIVE.matcher(chosen).find()) {
      options.add("-XX:SharedArchiveFile=" + archive);
    }
    return options.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }

  private List<String> inFile() {
    Path file = definition.resolve("hotspot.options");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> line.startsWith("-")).toList();
    } catch (IOException unreadable) {
      throw new ConfigException("%s: cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}
