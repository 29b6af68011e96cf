package calendar.sender;

import calendar.health.PingCheck;
import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.BrokerAddress;
import calendar.reminder.messaging.ReminderDelivery;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Builds the sender from its configuration. */
@ApplicationScoped
public class SenderBeans {
  private static final String PROGRAM = "calendar_sender";

  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  Broker broker(Config config) {
    return new Broker(BrokerAddress.configured(config, PROGRAM), threads);
  }

  @Produces
  @Singleton
  ReminderDelivery delivery() {
    return new StandardOutput();
  }

  @Produces
  @Singleton
  Sender sender(
      ReminderStorage storage,
      ReminderDelivery delivery,
      @ConfigProperty(name = "calendar.sender.max_attempts") int maxAttempts,
      Clock clock,
      MetricRegistry registry) {
    return new Sender(storage, delivery, maxAttempts, clock, new SenderMetrics(registry));
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck storageReadiness(ReminderStorage storage) {
    return new PingCheck("storage", storage::ping);
  }
}
