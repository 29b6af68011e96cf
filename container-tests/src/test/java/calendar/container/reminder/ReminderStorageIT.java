package calendar.container.reminder;

import calendar.container.Deployments;
import calendar.reminder.Bookings;
import calendar.reminder.ReminderClaimsContract;
import calendar.reminder.ReminderRacesContract;
import calendar.reminder.ReminderStorage;
import calendar.reminder.ReminderStorageContract;
import calendar.reminder.ReminderStorageTestBase;
import calendar.reminder.postgres.PostgresBookings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on PostgreSQL with the container's transactions. */
@ExtendWith(ArquillianExtension.class)
class ReminderStorageIT extends ReminderRacesContract {

  @Inject private ReminderStorage storage;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  /** The API server, because it publishes and delivers nothing by itself. */
  @Deployment
  static WebArchive deployment() {
    return Deployments.api()
        .addClasses(ReminderStorageTestBase.class, ReminderClaimsContract.class)
        .addClasses(ReminderStorageContract.class, ReminderRacesContract.class)
        .addClasses(Bookings.class, PostgresBookings.class);
  }

  @Override
  protected ReminderStorage storage() {
    return storage;
  }

  @Override
  protected Bookings bookings() {
    return new PostgresBookings(database);
  }

  @Override
  protected Executor threads() {
    return threads;
  }
}
