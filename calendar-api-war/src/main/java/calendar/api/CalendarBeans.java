package calendar.api;

import calendar.access.AccessGrants;
import calendar.access.AccessStorage;
import calendar.access.memory.MemoryAccessStorage;
import calendar.access.postgres.GrantTransactions;
import calendar.access.postgres.PostgresAccessStorage;
import calendar.api.access.GrantedAuthorization;
import calendar.api.call.Authorization;
import calendar.api.call.PermitAll;
import calendar.audit.Audit;
import calendar.audit.AuditSettings;
import calendar.batching.AdmissionControl;
import calendar.database.ConnectionShares;
import calendar.event.Calendar;
import calendar.event.EventStorage;
import calendar.event.memory.MemoryEventStorage;
import calendar.event.postgres.EventStatements;
import calendar.event.postgres.EventTransactions;
import calendar.event.postgres.PostgresEventStorage;
import calendar.series.SeriesAdmission;
import calendar.series.SeriesCalendar;
import calendar.series.memory.MemorySeriesStorage;
import calendar.series.model.SeriesSettings;
import calendar.series.postgres.PostgresSeriesStorage;
import calendar.series.postgres.SeriesTransactions;
import calendar.series.storage.SeriesStorage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the calendar and its storage from the configuration. */
@ApplicationScoped
public class CalendarBeans {

  @Resource private ManagedThreadFactory threads;

  /** Not shareable: a shared connection would stay with its thread until the server stops. */
  @Resource(lookup = "jdbc/calendar", shareable = false)
  private DataSource database;

  /** The storage that {@code calendar.storage} names: memory or postgres. */
  @Produces
  @Singleton
  @Configured
  EventStorage storage(
      @ConfigProperty(name = "calendar.storage") String storage,
      @ConfigProperty(name = "calendar.database.pool_size") int connections,
      EventTransactions transactions) {
    return switch (storage) {
      case "memory" -> new MemoryEventStorage();
      case "postgres" ->
          new PostgresEventStorage(
              new EventStatements(database),
              transactions,
              threads,
              new ConnectionShares(connections));
      default ->
          throw new IllegalStateException(
              "calendar.storage: expected postgres or memory, found \"%s\"".formatted(storage));
    };
  }

  void close(@Disposes @Configured EventStorage storage) throws Exception {
    if (storage instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Produces
  @Singleton
  Audit audit(AuditSettings settings) {
    return settings.audit();
  }

  void closeAudit(@Disposes Audit audit) throws Exception {
    if (audit instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  /** A storage without limits, such as the one in memory, always has capacity. */
  @Produces
  @Singleton
  AdmissionControl admission(@Configured EventStorage storage) {
    return storage instanceof AdmissionControl limited ? limited : operation -> true;
  }

  /**
   * Over the same events. Its writes are limited, because one series may have thousands of rows.
   */
  @Produces
  @Singleton
  @Configured
  SeriesStorage series(@Configured EventStorage storage, SeriesTransactions transactions) {
    return new SeriesAdmission(
        storage instanceof MemoryEventStorage events
            ? new MemorySeriesStorage(events)
            : new PostgresSeriesStorage(database, transactions));
  }

  @Produces
  @Singleton
  SeriesCalendar seriesCalendar(
      @Configured SeriesStorage storage,
      Clock clock,
      @ConfigProperty(name = "calendar.scheduler.retention") Duration retention,
      @ConfigProperty(name = "calendar.series.horizon") Duration horizon,
      @ConfigProperty(name = "calendar.features.free_events") boolean freeEvents) {
    return new SeriesCalendar(storage, new SeriesSettings(retention, horizon), clock, freeEvents);
  }

  /** Beside the events. */
  @Produces
  @Singleton
  @Configured
  AccessStorage access(@Configured EventStorage storage, GrantTransactions transactions) {
    return storage instanceof MemoryEventStorage
        ? new MemoryAccessStorage()
        : new PostgresAccessStorage(database, transactions);
  }

  @Produces
  @Singleton
  AccessGrants accessGrants(@Configured AccessStorage storage, Clock clock) {
    return new AccessGrants(storage, clock);
  }

  /**
   * @param mode {@code none} if the server asks nobody who they are: then it permits every call
   */
  @Produces
  @Singleton
  Authorization authorization(
      @ConfigProperty(name = "calendar.auth.mode", defaultValue = "none") String mode,
      @Configured AccessStorage storage) {
    return mode.equals("none") ? new PermitAll() : new GrantedAuthorization(storage, threads);
  }

  void close(@Disposes Authorization authorization) {
    if (authorization instanceof GrantedAuthorization granted) {
      granted.close();
    }
  }

  @Produces
  @Singleton
  Calendar calendar(
      @Configured EventStorage storage,
      Clock clock,
      @ConfigProperty(name = "calendar.features.free_events") boolean freeEvents) {
    return new Calendar(storage, clock, freeEvents);
  }
}
