package calendar.api.identity;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the tokens of callers can be checked, or no caller needs one. */
@Readiness
@ApplicationScoped
public class TokenReadiness implements HealthCheck {

  @EJB private CallerIdentification identification;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("tokens").status(identification.isReady()).build();
  }
}
