package calendar.health;

import calendar.error.StorageUnavailableException;
import calendar.reminder.messaging.QueueUnavailableException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * A health check that is up while a ping succeeds.
 *
 * @param name the name that {@code /health} shows
 * @param ping throws {@link StorageUnavailableException} or {@link QueueUnavailableException} if
 *     there is no answer
 */
public record PingCheck(String name, Runnable ping) implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(name).status(answers()).build();
  }

  private boolean answers() {
    try {
      ping.run();
      return true;
    } catch (StorageUnavailableException | QueueUnavailableException noAnswer) {
      return false;
    }
  }
}
