package calendar.series.postgres;

import calendar.database.DatabaseErrors;
import calendar.database.Retries;
import calendar.error.SeriesNotFoundException;
import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps series in PostgreSQL, whose exclusion constraint rejects double bookings. */
public final class PostgresSeriesStorage implements SeriesStorage {
  private final SeriesStatements statements;
  private final SeriesTransactions transactions;

  /**
   * @param database for reads, which need no transaction
   */
  public PostgresSeriesStorage(DataSource database, SeriesTransactions transactions) {
    this.statements = new SeriesStatements(database);
    this.transactions = transactions;
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    return Retries.onCollision(
        () -> {
          try {
            return transactions.change(request, planner);
          } catch (EJBException failure) {
            // The container wraps failures of begin and commit.
            throw DatabaseErrors.translate(failure);
          }
        });
  }

  @Override
  public StoredSeries get(String ownerId, UUID id) {
    return Retries.onLostConnection(() -> statements.find(ownerId, id))
        .orElseThrow(() -> new SeriesNotFoundException(ownerId, id));
  }

  @Override
  public List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    return Retries.onLostConnection(() -> statements.list(ownerId, after, limit));
  }

  @Override
  public List<SeriesKey> bookedBefore(Instant time, int limit) {
    return Retries.onLostConnection(() -> statements.bookedBefore(time, limit));
  }

  @Override
  public PurgedSeries purge(Instant endedBefore, int limit) {
    return Retries.onCollision(() -> statements.purge(endedBefore, limit));
  }
}
