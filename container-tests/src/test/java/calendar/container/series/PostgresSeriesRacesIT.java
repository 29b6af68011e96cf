package calendar.container.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.Configured;
import calendar.container.Deadlocks;
import calendar.container.Deployments;
import calendar.container.Overlaps;
import calendar.event.EventStorage;
import calendar.series.SeriesRaces;
import calendar.series.storage.SeriesStorage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The races of series on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
class PostgresSeriesRacesIT extends SeriesRaces {

  @Inject @Configured private EventStorage events;

  @Inject @Configured private SeriesStorage series;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  private long deadlocksBefore;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  @Override
  protected EventStorage events() {
    return events;
  }

  @Override
  protected SeriesStorage storage() {
    return series;
  }

  @Override
  protected ThreadFactory threads() {
    return threads;
  }

  @BeforeEach
  void countDeadlocks() throws SQLException {
    deadlocksBefore = Deadlocks.counted(database);
  }

  @AfterEach
  void noDeadlocks() throws SQLException {
    assertThat(Deadlocks.counted(database) - deadlocksBefore)
        .as("deadlocks that PostgreSQL counted")
        .isZero();
  }

  @AfterEach
  void noBusyEventsOverlap() {
    Overlaps.assertNone(database);
  }
}
