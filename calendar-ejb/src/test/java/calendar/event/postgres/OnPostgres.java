package calendar.event.postgres;

import calendar.database.MigratedDatabase;
import calendar.event.CreatedEvent;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.field.Interval;
import calendar.event.postgres.batch.PendingCreate;
import calendar.event.postgres.batch.PendingList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base of tests on a migrated PostgreSQL, as the services' user. Each test has its own owner. */
public abstract class OnPostgres {
  public static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  public static final Duration HOUR = Duration.ofHours(1);

  public static MigratedDatabase database;

  public final String owner = Drafts.newOwner();

  @BeforeAll
  public static void start() {
    database = new MigratedDatabase();
  }

  @AfterAll
  public static void stop() {
    database.close();
  }

  /** An event of one hour with a reminder. */
  public Event hour(int number) {
    Instant start = START.plus(HOUR.multipliedBy(number));
    return Drafts.event(owner, start, start.plus(HOUR), Duration.ofMinutes(15));
  }

  public static PendingCreate pending(Event event) {
    return PendingCreate.of(event, Optional.of(UUID.randomUUID()));
  }

  public static CreatedEvent answer(PendingCreate pending) {
    return pending.result().join();
  }

  public static Throwable failure(CompletableFuture<?> answer) {
    return answer.handle((created, failure) -> failure).join();
  }

  public static List<Event> all(EventStatements statements, String owner) {
    Interval all = new Interval(START.minus(HOUR), START.plus(Duration.ofDays(3650)));
    return statements.list(List.of(PendingList.of(owner, all, Optional.empty(), 100_000))).get(0);
  }
}
