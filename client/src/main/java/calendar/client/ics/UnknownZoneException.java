package calendar.client.ics;

/** A zone name is unknown or of no use. The message shows the option that replaces it. */
final class UnknownZoneException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownZoneException(String name) {
    this("unknown time zone '%s'", name);
  }

  /** The zone has no IANA name, which all-day events need. */
  static UnknownZoneException withoutIanaName(String name) {
    return new UnknownZoneException("all-day in the time zone '%s', which has no IANA name", name);
  }

  private UnknownZoneException(String problem, String name) {
    super((problem + "; import with --zone-of '%s=Europe/Paris'").formatted(name, name));
  }
}
