package calendar.client.ics;

/** A zone's name that nobody knows. The message says how a person can say what it means. */
final class UnknownZoneException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownZoneException(String name) {
    super("unknown time zone '%1$s'; import with --zone-of '%1$s=Europe/Paris'".formatted(name));
  }
}
