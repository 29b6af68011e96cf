package calendar.sender;

import calendar.error.StorageUnavailableException;
import calendar.reminder.ReminderStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the storage answers. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {

  @Inject private ReminderStorage storage;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("storage").status(answers()).build();
  }

  private boolean answers() {
    try {
      storage.ping();
      return true;
    } catch (StorageUnavailableException gone) {
      return false;
    }
  }
}
