package calendar.api.identity.key;

import java.io.IOException;

/** Where the issuer publishes its keys. */
@FunctionalInterface
public interface KeySource {

  /**
   * Fetches the keys. It blocks, for some seconds at most.
   *
   * @throws IOException if they cannot be had; the message says why, without any secret
   */
  IssuerKeys fetch() throws IOException;
}
