package calendar.series.model;

/** What happens to occurrences whose time is taken. */
public enum OnConflict {
  /** Nothing is booked. */
  REFUSE,
  /** The other occurrences are booked. */
  SKIP
}
