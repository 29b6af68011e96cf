package calendar.scheduler;

import calendar.audit.Audit;
import calendar.audit.AuditSettings;
import calendar.health.PingCheck;
import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpReminderQueue;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.BrokerAddress;
import calendar.reminder.messaging.ReminderQueue;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Builds the scheduler from its configuration. */
@ApplicationScoped
public class SchedulerBeans {
  private static final String PROGRAM = "calendar_scheduler";

  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  AmqpReminderQueue queue(Config config) {
    return new AmqpReminderQueue(new Broker(BrokerAddress.configured(config, PROGRAM), threads));
  }

  @Produces
  @Singleton
  SchedulerSettings settings(
      @ConfigProperty(name = "calendar.scheduler.batch_size") int batchSize,
      @ConfigProperty(name = "calendar.scheduler.lease") Duration lease,
      @ConfigProperty(name = "calendar.scheduler.republish_after") Duration republishAfter,
      @ConfigProperty(name = "calendar.scheduler.retention") Duration retention) {
    return new SchedulerSettings(batchSize, lease, republishAfter, retention);
  }

  @Produces
  @Singleton
  Scheduler scheduler(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      MetricRegistry registry,
      Audit audit) {
    return new Scheduler(storage, queue, settings, clock, new SchedulerMetrics(registry), audit);
  }

  @Produces
  @Singleton
  Audit audit(AuditSettings settings) {
    return settings.audit();
  }

  void close(@Disposes Audit audit) throws Exception {
    if (audit instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck storageReadiness(ReminderStorage storage) {
    return new PingCheck("storage", storage::ping);
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck brokerReadiness(ReminderQueue queue) {
    return new PingCheck("broker", queue::ping);
  }
}
