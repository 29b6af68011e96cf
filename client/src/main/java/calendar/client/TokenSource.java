package calendar.client;

import java.io.IOException;

/**
 * Where a client gets the token from by which it proves who it is. Safe for use by several threads.
 */
@FunctionalInterface
public interface TokenSource {

  /**
   * Returns a token that is valid now. May block.
   *
   * @throws IOException if there is none; the message is one line without any secret
   */
  String token() throws IOException;
}
