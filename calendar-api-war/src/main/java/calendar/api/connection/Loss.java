package calendar.api.connection;

import java.util.Locale;

/** Why the server closed a connection, or could not take it. */
enum Loss {
  /** It was one too many, and none of the others could be closed for it. */
  REFUSED,
  /** It had sent no HTTP/2 settings yet, and another one needed its place. */
  DISPLACED,
  /** It sent no HTTP/2 settings in time. */
  SILENT,
  /** The system did not let the process accept it. */
  NOT_ACCEPTED;

  /** As the metric's tag says it. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
