package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EventNotFoundException;
import calendar.event.Configured;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The life of a reminder's row. What other tests left is removed first: a claim takes what is due.
 */
@ExtendWith(ArquillianExtension.class)
class ReminderStorageIT {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant DUE = START.minus(HOUR);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration NO_LEASE = Duration.ofNanos(-1_000);
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final Duration AT_ONCE = Duration.ofNanos(-1_000);

  private final String owner = Drafts.newOwner();

  @Inject private ReminderStorage reminders;
  @Inject @Configured private EventStorage events;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  @BeforeEach
  void removeWhatOthersLeft() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM events");
    }
  }

  private Event event(Duration... remindBefore) {
    return create(Drafts.event(owner, START, START.plus(HOUR), remindBefore));
  }

  private Event create(Event event) {
    return events.create(event, Optional.empty()).toCompletableFuture().join().event();
  }

  private Reminder reminder(Event event) {
    return events.get(owner, event.id()).join().reminders().get(0);
  }

  private Claim claim() {
    return reminders.claim(DUE, 100, LEASE);
  }

  private Settlement settle(UUID id, Instant now) {
    return reminders.settle(List.of(id), now, delivered -> {}).get(id);
  }

  @Test
  void claimsWhatIsDueWithAllThatItsMessageSays() {
    Event event = event(HOUR, Duration.ZERO);

    assertThat(reminders.claim(DUE.minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.countDue(DUE)).isEqualTo(1);
    assertThat(claim().reminders())
        .containsExactly(
            new DueReminder(
                event.reminders().get(0).id(), event.id(), owner, event.title(), START, HOUR, DUE));
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void claimsAgainWhatAClaimHasLost() {
    event(HOUR);

    Claim lost = reminders.claim(DUE, 100, NO_LEASE);
    Claim again = claim();

    assertThat(again.reminders()).isEqualTo(lost.reminders());
    assertThat(again.id()).isNotEqualTo(lost.id());
  }

  @Test
  void onlyTheLatestClaimMarksPublished() {
    Event event = event(HOUR);
    List<UUID> id = List.of(reminder(event).id());
    Claim lost = reminders.claim(DUE, 100, NO_LEASE);
    Claim latest = claim();

    reminders.markPublished(lost.id(), id, LATER);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.CLAIMED);
    reminders.markPublished(latest.id(), id, LATER);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.PUBLISHED);
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void marksNothingPublishedThatIsDeliveredAlready() {
    Event event = event(HOUR);
    Claim claim = claim();
    UUID id = reminder(event).id();

    assertThat(settle(id, DUE)).isEqualTo(Settlement.DELIVER);
    reminders.markPublished(claim.id(), List.of(id), LATER);

    assertThat(reminder(event).state()).isEqualTo(ReminderState.DELIVERED);
    assertThat(reminder(event).deliverTime()).contains(DUE);
  }

  @Test
  void publishesAgainWhatIsNotDeliveredInTime() {
    Event event = event(HOUR);
    reminders.markPublished(claim().id(), List.of(reminder(event).id()), AT_ONCE);

    assertThat(claim().reminders()).hasSize(1);
  }

  @Test
  void whatIsReleasedIsDueAtOnce() {
    Event event = event(HOUR);
    Claim claim = claim();

    reminders.release(claim.id(), List.of(reminder(event).id()));

    assertThat(claim().reminders()).isEqualTo(claim.reminders());
  }

  @Test
  void settlesOnce() {
    Event event = event(HOUR);
    UUID id = reminder(event).id();
    List<UUID> delivered = new ArrayList<>();

    assertThat(reminders.settle(List.of(id, id), DUE, delivered::addAll))
        .containsOnly(Map.entry(id, Settlement.DELIVER));
    assertThat(settle(id, DUE)).isEqualTo(Settlement.DUPLICATE);
    assertThat(settle(UUID.randomUUID(), DUE)).isEqualTo(Settlement.GONE);
    assertThat(delivered).containsExactly(id);
  }

  @Test
  void settlesNothingWhenTheDeliveryFails() {
    Event event = event(HOUR);
    IllegalStateException broken = new IllegalStateException("the printer is on fire");

    assertThatThrownBy(
            () ->
                reminders.settle(
                    List.of(reminder(event).id()),
                    DUE,
                    ids -> {
                      throw broken;
                    }))
        .isSameAs(broken);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.SCHEDULED);
  }

  @Test
  void settlesEachOfABatchByItself() {
    Event over = create(Drafts.event(owner, START.minus(HOUR), START, HOUR));
    Event begun = event(HOUR);
    Event toCome =
        create(Drafts.event(owner, START.plus(HOUR), START.plus(HOUR.multipliedBy(2)), HOUR));
    Instant later = START.plus(HOUR.multipliedBy(2));
    Event delivered = create(Drafts.event(owner, later, later.plus(HOUR), HOUR));
    UUID gone = UUID.randomUUID();
    settle(reminder(delivered).id(), DUE);
    Instant now = START.plus(Duration.ofMinutes(30));

    Map<UUID, Settlement> settlements =
        reminders.settle(
            List.of(
                reminder(over).id(),
                reminder(begun).id(),
                gone,
                reminder(toCome).id(),
                reminder(delivered).id()),
            now,
            ids -> assertThat(ids).containsExactly(reminder(begun).id(), reminder(toCome).id()));

    assertThat(settlements)
        .containsOnly(
            Map.entry(reminder(over).id(), Settlement.MISSED),
            Map.entry(reminder(begun).id(), Settlement.DELIVER),
            Map.entry(gone, Settlement.GONE),
            Map.entry(reminder(toCome).id(), Settlement.DELIVER),
            Map.entry(reminder(delivered).id(), Settlement.DUPLICATE));
    assertThat(reminder(over).state()).isEqualTo(ReminderState.MISSED);
    assertThat(reminder(over).deliverTime()).isEmpty();
    assertThat(reminder(begun).deliverTime()).contains(now);
    assertThat(reminder(toCome).deliverTime()).contains(now);
    assertThat(reminder(delivered).deliverTime()).as("as it was").contains(DUE);
  }

  @Test
  void marksAndReleasesNothingThatASenderHolds() {
    Event event = event(HOUR);
    Claim claim = claim();
    List<UUID> ids = List.of(reminder(event).id());

    reminders.settle(ids, DUE, delivered -> markAndReleaseMeanwhile(claim, ids));

    assertThat(reminder(event).state()).isEqualTo(ReminderState.DELIVERED);
  }

  @Test
  void whatASenderHeldInVainIsDueAgainAfterItsLease() {
    Event event = event(HOUR);
    Claim claim = reminders.claim(DUE, 100, NO_LEASE);
    List<UUID> ids = List.of(reminder(event).id());

    assertThatThrownBy(
            () ->
                reminders.settle(
                    ids,
                    DUE,
                    delivered -> {
                      markAndReleaseMeanwhile(claim, ids);
                      throw new IllegalStateException("no paper");
                    }))
        .hasMessage("no paper");

    assertThat(reminder(event).state()).isEqualTo(ReminderState.CLAIMED);
    assertThat(claim().reminders()).isEqualTo(claim.reminders());
  }

  private void markAndReleaseMeanwhile(Claim claim, List<UUID> ids) {
    Future<?> scheduler =
        threads.submit(
            () -> {
              reminders.markPublished(claim.id(), ids, LATER);
              reminders.release(claim.id(), ids);
            });
    assertThat(scheduler).as("it waits for nobody").succeedsWithin(Duration.ofSeconds(3));
  }

  @Test
  void missesWhatIsOver() {
    Event event = event(HOUR);
    Instant over = START.plus(HOUR);

    Claim claim = reminders.claim(over, 100, LEASE);
    assertThat(claim.reminders()).isEmpty();
    assertThat(claim.missed()).isEqualTo(1);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.MISSED);

    Event other = create(Drafts.event(owner, over, over.plus(HOUR), HOUR));
    assertThat(settle(reminder(other).id(), over.plus(HOUR))).isEqualTo(Settlement.MISSED);
    assertThat(reminder(other).state()).isEqualTo(ReminderState.MISSED);
  }

  @Test
  void failsAfterTooManyAttemptsAndWaitsLongerEachTime() {
    Event event = event(HOUR);
    UUID id = reminder(event).id();

    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(reminders.claim(DUE.plus(LATER).minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.claim(DUE.plus(LATER), 100, LEASE).reminders()).hasSize(1);
    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(reminders.claim(DUE.plus(LATER), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isTrue();
    assertThat(reminder(event).state()).isEqualTo(ReminderState.FAILED);
    assertThat(settle(id, DUE)).isEqualTo(Settlement.DUPLICATE);
  }

  @Test
  void manySchedulersShareTheWork() throws Exception {
    bookDueAtOnce(500);
    Set<UUID> claimed = ConcurrentHashMap.newKeySet();
    List<Future<Integer>> schedulers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      schedulers.add(threads.submit(() -> claimAll(claimed)));
    }
    int claims = 0;
    for (Future<Integer> scheduler : schedulers) {
      claims += scheduler.get();
    }

    assertThat(claimed).hasSize(500);
    assertThat(claims).as("each is claimed once").isEqualTo(500);
  }

  private int claimAll(Set<UUID> claimed) {
    int count = 0;
    // A claim may come back empty while others hold all that is left.
    while (claimed.size() < 500) {
      List<DueReminder> batch = reminders.claim(START, 20, LEASE).reminders();
      batch.forEach(reminder -> claimed.add(reminder.reminderId()));
      count += batch.size();
    }
    return count;
  }

  private void bookDueAtOnce(int count) {
    for (int i = 0; i < count; i++) {
      Instant start = START.plus(HOUR.multipliedBy(i));
      create(Drafts.event(owner, start, start.plus(HOUR), Duration.ofHours(i)));
    }
  }

  @Test
  void manySendersSettleEachOnceWhileTheyAreMarkedPublished() throws Exception {
    long before = deadlocks();
    for (int round = 0; round < 20; round++) {
      removeWhatOthersLeft();
      bookDueAtOnce(100);
      Claim claim = reminders.claim(START, 100, LEASE);
      List<UUID> ids = claim.reminders().stream().map(DueReminder::reminderId).toList();
      List<UUID> delivered = Collections.synchronizedList(new ArrayList<>());
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(() -> settleInHalves(ids, delivered)));
      }
      all.add(threads.submit(() -> reminders.markPublished(claim.id(), ids, LATER)));
      for (Future<?> one : all) {
        one.get();
      }

      assertThat(delivered).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(countIn(ReminderState.DELIVERED)).isEqualTo(ids.size());
    }
    assertThat(deadlocks() - before).as("deadlocks that PostgreSQL counted").isZero();
  }

  private long deadlocks() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void settleInHalves(List<UUID> ids, List<UUID> delivered) {
    List<UUID> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled);
    int half = ids.size() / 2;
    reminders.settle(shuffled.subList(0, half), START, delivered::addAll);
    reminders.settle(shuffled.subList(half, ids.size()), START, delivered::addAll);
  }

  private long countIn(ReminderState state) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("SELECT count(*) FROM reminders WHERE state = ?")) {
      statement.setString(1, state.name());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void purgesEventsThatEndedBeforeRetention() {
    Event old = event(HOUR);
    Instant later = START.plus(HOUR.multipliedBy(2));
    Event young = create(Drafts.event(owner, later, later.plus(HOUR)));

    assertThat(reminders.purge(START.plus(HOUR), 100)).isZero();
    assertThat(reminders.purge(START.plus(HOUR).plusMillis(1), 100)).isEqualTo(1);
    assertThat(events.get(owner, young.id()).join()).isEqualTo(young);
    assertThatThrownBy(() -> events.get(owner, old.id()).join())
        .hasCauseInstanceOf(EventNotFoundException.class);
  }
}
