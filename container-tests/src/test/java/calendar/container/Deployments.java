package calendar.container;

import calendar.LogCapture;
import calendar.access.AccessStorageContract;
import calendar.event.Drafts;
import calendar.event.EventChangesContract;
import calendar.event.EventStorageContract;
import calendar.event.EventStorageRaces;
import calendar.event.FreeEventsContract;
import calendar.event.ImportRaces;
import calendar.event.ImportedEventsContract;
import calendar.event.OnEventStorage;
import calendar.event.Race;
import calendar.event.Racing;
import calendar.event.RacingEvents;
import calendar.reminder.Bookings;
import calendar.reminder.amqp.QueueProbe;
import calendar.reminder.postgres.PostgresBookings;
import calendar.series.BegunSeriesContract;
import calendar.series.ChangedSeriesContract;
import calendar.series.CreateSeriesContract;
import calendar.series.DeletedSeriesContract;
import calendar.series.MovedSeriesContract;
import calendar.series.OnSeries;
import calendar.series.RacingSeries;
import calendar.series.SeriesConflictsContract;
import calendar.series.SeriesHorizonContract;
import calendar.series.SeriesInput;
import calendar.series.SeriesRaces;
import calendar.series.SeriesRequestsContract;
import calendar.series.SeriesStorages;
import calendar.series.SplitSeriesContract;
import calendar.time.MovableClock;
import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed: a program's WAR as it is shipped, and the tests inside of it. */
public final class Deployments {
  private Deployments() {}

  public static WebArchive api() {
    return program("api")
        .addClasses(OnEventStorage.class, EventStorageContract.class, EventChangesContract.class)
        .addClasses(FreeEventsContract.class)
        .addClasses(ImportedEventsContract.class, ImportRaces.class)
        .addClasses(EventStorageRaces.class, RacingEvents.class, Drafts.class)
        .addClasses(Racing.class, Race.class, Race.Run.class, Race.Outcome.class)
        .addClasses(SeriesStorages.class, PostgresSeriesStorages.class)
        .addClasses(OnSeries.class, SeriesInput.class, MovableClock.class)
        .addClasses(SeriesRaces.class, RacingSeries.class)
        .addClasses(CreateSeriesContract.class, SeriesConflictsContract.class)
        .addClasses(ChangedSeriesContract.class, MovedSeriesContract.class)
        .addClasses(SplitSeriesContract.class, DeletedSeriesContract.class)
        .addClasses(BegunSeriesContract.class, SeriesHorizonContract.class)
        .addClass(SeriesRequestsContract.class)
        .addClass(AccessStorageContract.class)
        .addClasses(Deadlocks.class, Overlaps.class);
  }

  public static WebArchive scheduler() {
    return program("scheduler")
        .addClasses(Bookings.class, PostgresBookings.class, DatabaseClock.class)
        .addClasses(QueueProbe.class, MovableClock.class, LogCapture.class);
  }

  public static WebArchive sender() {
    return program("sender")
        .addClasses(Bookings.class, PostgresBookings.class, DatabaseClock.class);
  }

  private static WebArchive program(String name) {
    return ShrinkWrap.create(ZipImporter.class, "calendar-%s.war".formatted(name))
        .importFrom(new File(System.getProperty("calendar.%s.war".formatted(name))))
        .as(WebArchive.class)
        .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class))
        .addClass(Deployments.class);
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
