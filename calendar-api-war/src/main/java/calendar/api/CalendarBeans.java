package calendar.api;

import calendar.batching.AdmissionControl;
import calendar.database.ConnectionShares;
import calendar.event.Calendar;
import calendar.event.EventStorage;
import calendar.event.memory.MemoryEventStorage;
import calendar.event.postgres.EventStatements;
import calendar.event.postgres.EventTransactions;
import calendar.event.postgres.PostgresEventStorage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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

  /** A storage without limits, such as the one in memory, always has capacity. */
  @Produces
  @Singleton
  AdmissionControl admission(@Configured EventStorage storage) {
    return storage instanceof AdmissionControl limited ? limited : operation -> true;
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
