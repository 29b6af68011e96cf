package calendar.health;

import calendar.error.StorageUnavailableException;
import calendar.reminder.QueueUnavailableException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Up while something that a program works with answers.
 *
 * @param name of what is asked, as {@code /health} shows it
 * @param ping asks it, and throws that it is unavailable if there is no answer
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
    } catch (StorageUnavailableException | QueueUnavailableException gone) {
      return false;
    }
  }
}
