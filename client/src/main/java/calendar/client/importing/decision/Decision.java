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
   * @param notes information for people, one line each
   */
  record Update(Event stored, Change change, List<String> notes) implements Decision {}

  /** The part of an event that an update changes. */
  enum Change {
    /** Only the version. The event counts as unchanged. */
    VERSION,
    /**
     * Also the fields that importer version 0.1 did not read, which the event lacks. It counts as
     * unchanged.
     */
    NEW_FIELDS,
    /** The version and the content. The event counts as updated. */
    CONTENT
  }

  /** The file cancels the component: delete its events. */
  record Delete(List<Event> stored) implements Decision {}

  /** No call is needed: the result is known. */
  record Keep(ComponentResult result) implements Decision {}
}
