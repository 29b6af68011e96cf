package calendar.container;

import calendar.api.Configured;
import calendar.database.Statements;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.series.SeriesStorages;
import calendar.series.storage.SeriesStorage;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** The storages that the API uses, on PostgreSQL. */
@Dependent
public class PostgresSeriesStorages implements SeriesStorages {
  private static final String DELIVER =
      """
      UPDATE reminders SET state = 'DELIVERED', deliver_time = remind_time
      WHERE owner_id = ? AND event_id = ?""";

  @Inject @Configured private EventStorage events;

  @Inject @Configured private SeriesStorage series;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Override
  public EventStorage events() {
    return events;
  }

  @Override
  public SeriesStorage series() {
    return series;
  }

  @Override
  public void deliverReminders(Event event) {
    Statements.update(database, DELIVER, event.ownerId(), event.id());
  }
}
