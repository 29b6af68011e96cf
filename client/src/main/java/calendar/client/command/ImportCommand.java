package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.RetryPolicy;
import calendar.client.RetryableException;
import calendar.client.ics.IcsReader;
import calendar.client.ics.NotICalendarException;
import calendar.client.importing.ImportReport;
import calendar.client.importing.Importer;
import calendar.client.importing.OwnerSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Books the events of an iCalendar file, with their alarms as reminders.",
      "It ends with a line of counts, and tells of each component that it skipped why. Importing"
          + " again creates nothing twice. The exit status is 0 when every component is accounted"
          + " for, be it created, already there, busy or skipped; 3 when the calendar could not be"
          + " reached any more: the counts are then those so far."
    },
    sortOptions = false)
final class ImportCommand extends CalendarCommand {
  @Parameters(paramLabel = "FILE.ics", description = "The file to import.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Owner owner;

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
      return name == null ? OwnerSource.property(property) : OwnerSource.always(name);
    }
  }

  @Override
  int run(CalendarClient client) throws InterruptedException {
    if (inFlight < 1 || inFlight > 1000) {
      throw new UsageException("--in-flight: expected 1 to 1000, found " + inFlight);
    }
    ImportReport report;
    try (ImportProgress progress = ImportProgress.on(root().err());
        IcsReader reader = new IcsReader(Files.newInputStream(file), zone())) {
      report =
          new Importer(client.async(), RetryPolicy.patient(), inFlight, progress)
              .run(reader, owner.source());
    } catch (IOException unreadable) {
      throw new UsageException("%s: %s".formatted(file, reason(unreadable)));
    }
    printer().imported(report);
    return report.interruption().map(this::interrupted).orElse(ExitStatus.OK);
  }

  private int interrupted(RetryableException failure) {
    String complaint = root().complaint().about(failure);
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
