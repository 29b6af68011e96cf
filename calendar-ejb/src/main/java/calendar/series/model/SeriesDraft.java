package calendar.series.model;

import calendar.event.EventDraft;
import java.util.List;

/**
 * A series as a client sends it, not validated yet.
 *
 * @param first its fields as those of the first occurrence
 * @param recurrence lines of RFC 5545; may be empty
 */
public record SeriesDraft(EventDraft first, List<String> recurrence) {}
