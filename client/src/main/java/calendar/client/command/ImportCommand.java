package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.RetryPolicy;
import calendar.client.RetryableException;
import calendar.client.command.output.ImportProgress;
import calendar.client.ics.IcsFile;
import calendar.client.ics.IcsReader;
import calendar.client.ics.syntax.NotICalendarException;
import calendar.client.importing.Importer;
import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.report.ImportReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Books the events of an iCalendar file, with their alarms as reminders. Importing again"
          + " updates and cancels what the file changed, and creates nothing twice.",
      "It prints a line of counts and names each component that is busy or skipped. The exit"
          + " status is 0 when every component has its result; 3 when the calendar could not be"
          + " reached any more: the counts are then those so far.",
      "Times that name no zone are read in --zone, else in the file's X-WR-TIMEZONE, else in UTC."
    },
    sortOptions = false)
final class ImportCommand extends CalendarCommand {
  private static final String STANDARD_INPUT = "-";

  @Parameters(paramLabel = "FILE.ics", description = "The file to import; - is standard input.")
  private String file;

  @ArgGroup(multiplicity = "1")
  private Owner owner;

  @Mixin private FileOptions options;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "How many calls may wait for their answers at once, 1 to 1000 (64).")
  private int inFlight = 64;

  /** Whose events they become. */
  private static final class Owner {
    @Option(names = "--owner", paramLabel = "NAME", description = "The owner of all events.")
    private String name;

    @Option(
        names = "--owner-from",
        paramLabel = "PROPERTY",
        description = "Each event's owner is the value of this property, such as LOCATION.")
    private String property;

    OwnerSource source() {
      return name == null ? OwnerSource.ofEachEvent() : OwnerSource.always(name);
    }
  }

  @Override
  int run(CalendarClient client) throws InterruptedException {
    if (inFlight < 1 || inFlight > 1000) {
      throw new UsageException("--in-flight: expected 1 to 1000, found " + inFlight);
    }
    IcsFile read = read();
    ImportReport report;
    try (ImportProgress progress = ImportProgress.on(root().err())) {
      report =
          new Importer(client.async(), RetryPolicy.patient(), inFlight, progress)
              .run(read, owner.source());
    }
    printer().imported(report);
    return report.interruption().map(this::interrupted).orElse(ExitStatus.OK);
  }

  private IcsFile read() {
    try {
      return IcsReader.read(
          bytes(), options.with(root().namedZone(), Optional.ofNullable(owner.property)));
    } catch (IOException unreadable) {
      throw new UsageException("%s: %s".formatted(file, reason(unreadable)));
    }
  }

  private byte[] bytes() throws IOException {
    return file.equals(STANDARD_INPUT)
        ? System.in.readAllBytes()
        : Files.readAllBytes(Path.of(file));
  }

  private int interrupted(RetryableException failure) {
    String complaint = root().errorReport().describe(failure);
    root().err().println(complaint + ". Import the file again to go on.");
    return ExitStatus.UNREACHABLE;
  }

  private static String reason(IOException unreadable) {
    if (unreadable instanceof NotICalendarException) {
      return unreadable.getMessage();
    }
    if (unreadable instanceof NoSuchFileException) {
      return "no such file";
    }
    return unreadable instanceof AccessDeniedException
        ? "may not be read"
        : "cannot be read: " + unreadable.getMessage();
  }
}
