package calendar.bdd.entrance;

import java.util.Optional;

/** What callers show to the calendar. Thread-safe. */
public interface Tokens {
  /** For a calendar that asks nobody who they are. */
  Tokens NONE = subject -> Optional.empty();

  /**
   * The token that a caller sends.
   *
   * @param subject the owner id of the caller's own calendar
   * @return empty if the caller sends none
   */
  Optional<String> of(String subject);
}
