package calendar.api.grpc;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the gRPC port answers the calls by which the server checks itself. */
@Readiness
@ApplicationScoped
public class GrpcReadiness implements HealthCheck {

  @EJB private GrpcEndpoint endpoint;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("grpc").status(endpoint.answers()).build();
  }
}
