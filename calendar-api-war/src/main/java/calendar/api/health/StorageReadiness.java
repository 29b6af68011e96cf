package calendar.api.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the storage answers. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {

  @EJB private StorageMonitor storageWatch;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("storage").status(storageWatch.answers()).build();
  }
}
