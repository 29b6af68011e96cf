package calendar.client.importing.decision;

import calendar.client.importing.report.ComponentResult;
import calendar.v1.Event;
import java.util.List;

/** What an import does about a component, given what the calendar knows of it. */
public sealed interface Decision {

  /** The calendar does not know the component: book it. */
  record Create() implements Decision {}

  /**
   * The file has a later version: change the event.
   *
   * @param content whether more than the version changes
   * @param notes what a person should know
   */
  record Update(Event stored, boolean content, List<String> notes) implements Decision {}

  /** The file cancels the component: delete its events. */
  record Delete(List<Event> stored) implements Decision {}

  /** Nothing is to be done: this is the result. */
  record Keep(ComponentResult result) implements Decision {}
}
