package calendar.access;

/** What a caller may do with a calendar. Each role includes the ones before it. */
public enum Role {
  /** Sees when the owner is busy, and nothing else. */
  FREE_BUSY_READER,
  /** Sees all events and series. */
  READER,
  /** Creates, changes and deletes events and series. */
  WRITER,
  /** Decides who has which role. Cannot be granted: the owner has it, and so have admins. */
  OWNER;

  /** Returns true if who has this role may do what needs the other one. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
