package calendar.client.ics.event;

/** A component of an iCalendar file. */
public sealed interface IcsComponent permits IcsEvent, IcsCancellation, SkippedComponent {

  /** The UID; empty if the component has none. */
  String uid();

  /** The number of its first line in the file, or of its broken line. From 1. */
  int line();
}
