package calendar.event.field;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The source of an event as a client sends it, not validated yet. A missing field is empty, 0 or
 * null.
 *
 * @param uid empty for an event that was not imported
 * @param modifiedTime null if the client sent none
 */
public record IcalDraft(String uid, String recurrenceId, int sequence, Instant modifiedTime) {
  /** The draft of an event that was not imported. */
  public static final IcalDraft NONE = new IcalDraft("", "", 0, null);

  private static IcalDraft of(IcalSource source) {
    return new IcalDraft(
        source.component().uid(),
        source.component().recurrenceId(),
        source.sequence(),
        source.modifiedTime().orElse(null));
  }

  /** The fields that are not missing. */
  public Set<EventField> setFields() {
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    if (!uid.isEmpty()) {
      fields.add(EventField.ICAL_UID);
    }
    if (!recurrenceId.isEmpty()) {
      fields.add(EventField.ICAL_RECURRENCE_ID);
    }
    if (sequence != 0) {
      fields.add(EventField.ICAL_SEQUENCE);
    }
    if (modifiedTime != null) {
      fields.add(EventField.ICAL_MODIFIED_TIME);
    }
    return fields;
  }

  /** Truncates the time to microseconds. */
  public IcalDraft truncated() {
    return modifiedTime == null
        ? this
        : new IcalDraft(uid, recurrenceId, sequence, TimesDraft.truncated(modifiedTime));
  }

  /**
   * Returns the named fields of this draft, and the other fields of the stored source. An update
   * that clears the UID removes the whole source.
   */
  public IcalDraft over(Optional<IcalSource> stored, Set<EventField> fields) {
    boolean removed = fields.contains(EventField.ICAL_UID) && uid.isEmpty();
    IcalDraft old = removed ? NONE : stored.map(IcalDraft::of).orElse(NONE);
    return new IcalDraft(
        fields.contains(EventField.ICAL_UID) ? uid : old.uid,
        fields.contains(EventField.ICAL_RECURRENCE_ID) ? recurrenceId : old.recurrenceId,
        fields.contains(EventField.ICAL_SEQUENCE) ? sequence : old.sequence,
        fields.contains(EventField.ICAL_MODIFIED_TIME) ? modifiedTime : old.modifiedTime);
  }

  /** Returns the source, as imported into the given version of an event; empty without a UID. */
  public Optional<IcalSource> source(long version) {
    return uid.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IcalSource(
                new ComponentId(uid, recurrenceId),
                sequence,
                Optional.ofNullable(modifiedTime),
                version));
  }
}
