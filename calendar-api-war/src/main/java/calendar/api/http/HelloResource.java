package calendar.api.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page at {@code /}: version, gRPC address, storage and other paths, for people with curl. */
@Path("/")
public class HelloResource {

  @Inject
  @ConfigProperty(name = "calendar.version")
  private String version;

  @Inject
  @ConfigProperty(name = "calendar.grpc.ip")
  private String grpcIp;

  @Inject
  @ConfigProperty(name = "calendar.grpc.port")
  private int grpcPort;

  @Inject
  @ConfigProperty(name = "calendar.storage")
  private String storage;

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String hello() {
    return """
        Calendar %s
        gRPC on %s:%d (calendar.v1.CalendarService, health and reflection)
        storage: %s
        health: /health/live /health/ready /health/started
        metrics: /metrics
        """
        .formatted(version, grpcIp, grpcPort, storage);
  }
}
