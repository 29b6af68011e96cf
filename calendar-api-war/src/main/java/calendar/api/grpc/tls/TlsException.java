package calendar.api.grpc.tls;

/** Certificates or keys that cannot be used. The message names the key of the configuration. */
public final class TlsException extends Exception {
  private static final long serialVersionUID = 1L;

  TlsException(String message) {
    super(message);
  }
}
