package calendar.bdd.system;

import java.util.Optional;

/** By what callers prove who they are. Thread-safe. */
interface Tokens {
  /** The system asks nobody who they are. */
  Tokens NONE = caller -> Optional.empty();

  /** The token with which a caller calls; empty if the system asks for none. */
  Optional<String> of(String caller);
}
