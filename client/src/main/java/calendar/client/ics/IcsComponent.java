package calendar.client.ics;

/** What a component of an iCalendar file says. */
public sealed interface IcsComponent permits IcsEvent, IcsCancellation, SkippedComponent {

  /** Its UID; empty if it has none. */
  String uid();

  /** Where it begins in the file, or where it is broken. From 1 on. */
  int line();
}
