package calendar.sender;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up while every consumer is attached to the queue. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

  @EJB private SenderService service;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(service.attached()).build();
  }
}
