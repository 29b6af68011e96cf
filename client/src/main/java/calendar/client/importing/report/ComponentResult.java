package calendar.client.importing.report;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of importing one component.
 *
 * @param component the component as read from the file
 * @param reason the reason for skipping it; empty for all other outcomes
 * @param eventId the id of its event in the calendar; empty if there is none
 * @param conflict the conflicting event, if the outcome is BUSY
 * @param notes further information for people, one line each
 */
public record ComponentResult(
    IcsComponent component,
    Outcome outcome,
    String reason,
    String eventId,
    Optional<Conflict> conflict,
    List<String> notes) {

  public ComponentResult {
    notes = List.copyOf(notes);
  }

  public static ComponentResult of(IcsComponent component, Outcome outcome, String eventId) {
    return new ComponentResult(
        component, outcome, "", eventId, Optional.empty(), notesOf(component));
  }

  public static ComponentResult skipped(SkippedComponent component) {
    return skipped(component, component.reason());
  }

  public static ComponentResult skipped(IcsComponent component, String reason) {
    return new ComponentResult(
        component, Outcome.SKIPPED, reason, "", Optional.empty(), notesOf(component));
  }

  public static ComponentResult busy(IcsComponent component, Conflict conflict) {
    return new ComponentResult(
        component, Outcome.BUSY, "", "", Optional.of(conflict), notesOf(component));
  }

  public ComponentResult withNotes(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new ComponentResult(component, outcome, reason, eventId, conflict, all);
  }

  public ComponentResult withConflict(Conflict better) {
    return new ComponentResult(component, outcome, reason, eventId, Optional.of(better), notes);
  }

  /** The name of the component, such as {@code VEVENT}. */
  public String componentName() {
    return component instanceof SkippedComponent skipped ? skipped.name() : "VEVENT";
  }

  private static List<String> notesOf(IcsComponent component) {
    return component instanceof IcsEvent event ? event.notes() : List.of();
  }
}
