package calendar.client.ics;

/** What became of a component of an iCalendar file. */
public sealed interface IcsComponent permits IcsEvent, SkippedComponent {

  /** Its UID; empty if it has none. */
  String uid();

  /** Where it begins in the file, or where it is broken. From 1 on. */
  int line();
}
