package calendar.reminder.postgres;

import calendar.database.MigratedDatabase;
import calendar.database.ReusedConnections;
import calendar.reminder.Bookings;
import calendar.reminder.ReminderRacesContract;
import calendar.reminder.ReminderStorage;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on PostgreSQL without a container; {@code container-tests} runs it inside one. */
class PostgresReminderStorageIT extends ReminderRacesContract {
  private static MigratedDatabase database;
  private static DataSource service;

  private final ReminderStorage storage =
      new PostgresReminderStorage(new LocalTransactions(service));
  private final Bookings bookings = new PostgresBookings(service);

  @BeforeAll
  static void start() {
    database = new MigratedDatabase();
    service = ReusedConnections.of(database.asService());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Override
  protected ReminderStorage storage() {
    return storage;
  }

  @Override
  protected Bookings bookings() {
    return bookings;
  }
}
