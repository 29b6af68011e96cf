package calendar.client.importing;

/** How an event came to be booked. */
enum Booking {
  /**
   * By this import: the calendar said so, or it says that the event is there already after an
   * attempt of this import that it did not answer.
   */
  CREATED,
  /** Before this import. */
  ALREADY_THERE
}
