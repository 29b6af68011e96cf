package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.RetryPolicy;
import calendar.client.command.base.CalendarCommand;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.UsageException;
import calendar.client.command.output.ImportProgress;
import calendar.client.error.RetryableException;
import calendar.client.ics.IcsReader;
import calendar.client.ics.event.IcsFile;
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
      "Books the events of an iCalendar file. Alarms become reminders. Import a newer version of"
          + " the file to update and cancel events. No event is created twice.",
      "Prints the counts, and a line for each component that is busy or skipped. Exit status 0:"
          + " every component has a result. Exit status 3: the calendar stopped answering; the counts"
          + " show the results until then.",
      "All-day events and times without a zone use --zone, else the file's X-WR-TIMEZONE, else UTC."
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
      description = "Maximum number of concurrent calls, 1 to 1000 (default: 64).")
  private int inFlight = 64;

  /** The owner of the imported events: one for all, or one for each event. */
  private static final class Owner {
    @Option(names = "--owner", paramLabel = "NAME", description = "The owner of all events.")
    private String name;

    @Option(
        names = "--owner-from",
        paramLabel = "PROPERTY",
        description = "Take each event's owner from this property, such as LOCATION.")
    private String property;

    OwnerSource source() {
      return name == null ? OwnerSource.ofEachEvent() : OwnerSource.always(name);
    }
  }

  @Override
  protected int run(CalendarClient client) throws InterruptedException {
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
    String error = root().errorReport().describe(failure);
    root().err().println(error + ". The import is not complete; import the file again.");
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
        ? "no permission to read the file"
        : "cannot be read: " + unreadable.getMessage();
  }
}
