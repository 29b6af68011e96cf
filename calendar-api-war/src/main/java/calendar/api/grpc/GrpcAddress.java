package calendar.api.grpc;

import calendar.config.AnonymousCallers;
import calendar.config.Key;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the gRPC server listens, and who can reach it there. */
@Dependent
public class GrpcAddress {
  private static final Logger LOG = Logger.getLogger(GrpcAddress.class.getName());

  @Inject
  @ConfigProperty(name = "calendar.grpc.ip")
  private String ip;

  @Inject
  @ConfigProperty(name = "calendar.grpc.port")
  private int port;

  @Inject
  @ConfigProperty(name = "calendar.http.ip")
  private String httpIp;

  @Inject
  @ConfigProperty(name = "calendar.auth.mode")
  private String authMode;

  @Inject
  @ConfigProperty(name = "calendar.auth.allow_anonymous")
  private boolean allowAnonymous;

  /**
   * The configured address.
   *
   * @throws IllegalStateException if other machines could call this API although nobody asks them
   *     who they are. The launcher refuses that too, but an application server may run without it.
   */
  InetSocketAddress get() {
    refuseAnonymousCallers(Key.GRPC_IP, ip);
    refuseAnonymousCallers(Key.HTTP_IP, httpIp);
    return new InetSocketAddress(ip, port);
  }

  private void refuseAnonymousCallers(Key key, String address) {
    AnonymousCallers.refusal(key, address, authMode, allowAnonymous)
        .ifPresent(
            refusal -> {
              LOG.severe(refusal);
              throw new IllegalStateException(refusal);
            });
  }
}
