package calendar.api.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the storage is available. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {

  @EJB private StorageMonitor storageMonitor;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("storage").status(storageMonitor.isAvailable()).build();
  }
}
