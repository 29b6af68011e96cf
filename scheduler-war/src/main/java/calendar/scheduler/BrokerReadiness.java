package calendar.scheduler;

import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the broker can be reached. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

  @Inject private ReminderQueue queue;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(answers()).build();
  }

  private boolean answers() {
    try {
      queue.ping();
      return true;
    } catch (QueueUnavailableException gone) {
      return false;
    }
  }
}
