package calendar.scheduler;

import calendar.audit.Audit;
import calendar.container.DatabaseClock;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpReminderQueue;
import calendar.reminder.amqp.QueueProbe;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.BrokerAddress;
import calendar.reminder.messaging.ReminderQueue;
import calendar.reminder.postgres.PostgresBookings;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Ticks by hand, on the database and the broker. Everything is due years ahead, so the deployed
 * scheduler finds nothing to do.
 */
abstract class TicksByHand {
  static final Instant NOW = Instant.parse("2040-11-02T09:45:00Z");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration RETENTION = Duration.ofDays(365);
  static final Duration LEASE = Duration.ofSeconds(30);
  static final int BATCH = 10;

  @Inject ReminderStorage storage;
  @Inject Config config;
  @Inject private MetricRegistry metrics;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  PostgresBookings booked;
  QueueProbe probe;
  AmqpReminderQueue queue;

  @BeforeEach
  void start() throws Exception {
    booked = new PostgresBookings(database);
    booked.removeAll();
    probe = new QueueProbe(broker(address()));
    probe.takeAll();
    queue = new AmqpReminderQueue(broker(address()));
  }

  @AfterEach
  void stop() {
    queue.close();
  }

  BrokerAddress address() {
    return BrokerAddress.configured(config, "test");
  }

  static Broker broker(BrokerAddress address) {
    return new Broker(address, Executors.defaultThreadFactory());
  }

  Scheduler scheduler(ReminderQueue queue) {
    return scheduler(storage, queue, Clock.fixed(NOW, ZoneOffset.UTC), LEASE);
  }

  /** One clock for the host and the database. */
  Scheduler scheduler(ReminderStorage storage, ReminderQueue queue, Clock clock, Duration lease) {
    return scheduler(storage, queue, clock, clock, lease);
  }

  Scheduler scheduler(
      ReminderStorage storage, ReminderQueue queue, Clock clock, Clock database, Duration lease) {
    return new Scheduler(
        DatabaseClock.set(storage, database),
        queue,
        new SchedulerSettings(BATCH, lease, Duration.ofMinutes(5), RETENTION),
        clock,
        new SchedulerMetrics(metrics),
        Audit.OFF);
  }

  List<UUID> due(int count) {
    List<UUID> reminders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DueReminder reminder = booked.book(NOW.plus(MINUTE), MINUTE);
      reminders.add(reminder.reminderId());
    }
    return reminders;
  }

  int count(ReminderState state) {
    return Collections.frequency(booked.states().values(), state);
  }

  /** The number of reminders whose lateness was recorded. */
  long measured() {
    return metrics.getTimer(new MetricID("calendar_reminder_lateness_seconds")).getCount();
  }

  long published() {
    return metrics.getCounter(new MetricID("calendar_reminders_published_total")).getCount();
  }
}
