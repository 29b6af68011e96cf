package calendar.api.connection;

import java.util.Locale;

/** Why the server closed a connection, or could not accept it. */
enum Loss {
  /** The limit was reached, and no other connection could be closed for this one. */
  REFUSED,
  /** Its address has as many connections open as one may have. */
  ADDRESS_LIMIT,
  /** It had sent no HTTP/2 settings yet, and was closed to make room for another one. */
  DISPLACED,
  /** It sent no HTTP/2 settings in time. */
  SILENT,
  /** The operating system did not let the process accept it. */
  NOT_ACCEPTED;

  /** The value of the metric's tag. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
