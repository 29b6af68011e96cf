package calendar.client;

import io.grpc.Attributes;
import io.grpc.CallCredentials;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.SecurityLevel;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.Executor;

/**
 * The token that a client sends with each call. It is not sent in plain text to another machine,
 * where others could read it on the way: such a call fails.
 *
 * @param source asked before each call
 * @param allowPlainText true if the network is trusted with it
 */
public record BearerToken(TokenSource source, boolean allowPlainText) {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** What gRPC asks for the headers of each call. */
  CallCredentials credentials() {
    return new Credentials(this);
  }

  private boolean maySend(CallCredentials.RequestInfo call) {
    return allowPlainText
        || call.getSecurityLevel() == SecurityLevel.PRIVACY_AND_INTEGRITY
        || isLoopback(call.getTransportAttrs());
  }

  private static boolean isLoopback(Attributes connection) {
    SocketAddress server = connection.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    return server instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }

  private static final class Credentials extends CallCredentials {
    private final BearerToken token;

    private Credentials(BearerToken token) {
      this.token = token;
    }

    @Override
    public void applyRequestMetadata(RequestInfo call, Executor threads, MetadataApplier applier) {
      if (token.maySend(call)) {
        threads.execute(() -> apply(applier));
      } else {
        applier.fail(
            Status.UNAUTHENTICATED.withDescription(
                "the token was not sent, because the connection has no TLS"));
      }
    }

    private void apply(MetadataApplier applier) {
      Metadata headers = new Metadata();
      try {
        headers.put(AUTHORIZATION, "Bearer " + token.source().token());
      } catch (IOException | RuntimeException none) {
        applier.fail(Status.UNAUTHENTICATED.withDescription(none.getMessage()));
        return;
      }
      applier.apply(headers);
    }
  }
}
