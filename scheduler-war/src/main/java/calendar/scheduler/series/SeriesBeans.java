package calendar.scheduler.series;

import calendar.audit.Audit;
import calendar.reminder.ReminderStorage;
import calendar.series.SeriesCalendar;
import calendar.series.model.SeriesSettings;
import calendar.series.postgres.PostgresSeriesStorage;
import calendar.series.postgres.SeriesTransactions;
import calendar.series.storage.SeriesStorage;
import calendar.time.ClockCheck;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Builds what books series further from the configuration. */
@ApplicationScoped
public class SeriesBeans {

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Produces
  @Singleton
  SeriesExtender extender(
      SeriesTransactions transactions,
      ReminderStorage reminders,
      Clock clock,
      MetricRegistry registry,
      Audit audit,
      @ConfigProperty(name = "calendar.scheduler.retention") Duration retention,
      @ConfigProperty(name = "calendar.series.horizon") Duration horizon) {
    SeriesStorage storage = new PostgresSeriesStorage(database, transactions);
    SeriesSettings settings = new SeriesSettings(retention, horizon);
    return new SeriesExtender(
        new SeriesCalendar(storage, settings, clock, true),
        storage,
        settings,
        new ClockCheck(reminders::now, clock, difference -> {}),
        new SeriesMetrics(registry),
        audit,
        clock);
  }
}
