package calendar.api.identity.key;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.INFO;
import static java.util.logging.Level.WARNING;

import calendar.text.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Logger;

/** Logs when the issuer stops answering, answers again, or has other keys: one line each. */
final class KeyLog {
  private static final Logger LOG = Logger.getLogger(KeyLog.class.getName());

  private final Duration longestUse;
  private boolean failing;

  /**
   * @param longestUse how long keys are used without an answer
   */
  KeyLog(Duration longestUse) {
    this.longestUse = longestUse;
  }

  synchronized void fetched(IssuerKeys keys, boolean areNew) {
    LOG.log(
        areNew || failing ? INFO : FINE,
        () -> "Tokens are checked with %d keys of the issuer".formatted(keys.count()));
    failing = false;
  }

  /**
   * @param at when the present keys were fetched, if there are any
   */
  synchronized void failed(String reason, boolean hasKeys, Instant at) {
    LOG.log(
        failing ? FINE : WARNING,
        () ->
            "auth.jwks_uri: cannot fetch the issuer's keys: %s. %s; trying again"
                .formatted(
                    VisibleText.oneLine(String.valueOf(reason)),
                    hasKeys
                        ? "Tokens are checked with those of the last answer until "
                            + at.plus(longestUse).truncatedTo(ChronoUnit.SECONDS)
                        : "Calls get UNAVAILABLE"));
    failing = true;
  }
}
