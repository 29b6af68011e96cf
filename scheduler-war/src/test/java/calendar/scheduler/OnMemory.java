package calendar.scheduler;

import calendar.metrics.RecordedMetrics;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.memory.MemoryBookings;
import calendar.reminder.memory.MemoryReminderStorage;
import calendar.time.ClockCheck;
import calendar.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A scheduler with a storage, a queue and clocks in memory. */
abstract class OnMemory {
  static final Instant NOW = Instant.parse("2026-11-02T09:45:00Z");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration RETENTION = Duration.ofDays(365);
  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration REPUBLISH_AFTER = Duration.ofMinutes(5);
  static final int BATCH = 10;

  final MovableClock host = new MovableClock(NOW);
  final MovableClock database = new MovableClock(NOW);
  final MemoryReminderStorage memory = new MemoryReminderStorage(database);
  final MemoryBookings bookings = new MemoryBookings(memory);
  final Faults faults = new Faults();
  final ReminderStorage storage = faults.in(memory);
  final MemoryQueue queue = new MemoryQueue(faults);
  final RecordedMetrics recorded = new RecordedMetrics();
  final SchedulerMetrics metrics = new SchedulerMetrics(recorded.registry());
  final ClockCheck clocks = new ClockCheck(storage::now, host, metrics::clockDifference);

  static SchedulerSettings settings(Duration lease) {
    return new SchedulerSettings(BATCH, lease, REPUBLISH_AFTER, RETENTION);
  }

  Publisher publisher() {
    return publisher(LEASE);
  }

  Publisher publisher(Duration lease) {
    return new Publisher(storage, queue, settings(lease), host, clocks, metrics);
  }

  /** Moves both clocks. */
  void pass(Duration time) {
    host.moveBy(time);
    database.moveBy(time);
  }

  /** Books reminders that are due now. */
  List<UUID> bookDue(int count) {
    List<UUID> due = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      due.add(bookings.book(NOW.plus(MINUTE), MINUTE).reminderId());
    }
    return due;
  }

  int count(ReminderState state) {
    return Collections.frequency(bookings.states().values(), state);
  }
}
