package calendar.client.ics;

/** A zone name is unknown. The message shows the option that defines it. */
final class UnknownZoneException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownZoneException(String name) {
    super("unknown time zone '%1$s'; import with --zone-of '%1$s=Europe/Paris'".formatted(name));
  }
}
