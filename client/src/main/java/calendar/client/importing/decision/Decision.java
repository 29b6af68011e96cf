package calendar.client.importing.decision;

import calendar.client.importing.report.ComponentResult;
import calendar.v1.Event;
import java.util.List;

/** The action of an import for one component. */
public sealed interface Decision {

  /** The calendar does not have the component: create an event. */
  record Create() implements Decision {}

  /**
   * The file has a later version: update the event.
   *
   * @param content true if the content changes, not only the version
   * @param notes information for people, one line each
   */
  record Update(Event stored, boolean content, List<String> notes) implements Decision {}

  /** The file cancels the component: delete its events. */
  record Delete(List<Event> stored) implements Decision {}

  /** No call is needed: the result is known. */
  record Keep(ComponentResult result) implements Decision {}
}
