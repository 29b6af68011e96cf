package calendar.faults.security;

import calendar.bench.secure.TokenIssuer;
import calendar.bench.steady.SteadyCaller;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Callers in turn, each with a token of two seconds or less. Their tokens are valid for five. For
 * one thread.
 */
final class SteadyTokens implements Supplier<SteadyCaller> {
  private static final int CALLERS = 20;
  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final long USE_NANOS = Duration.ofSeconds(2).toNanos();

  private final TokenIssuer issuer;
  private final SteadyCaller[] callers = new SteadyCaller[CALLERS];
  private final long[] issuedAt = new long[CALLERS];
  private int next;

  SteadyTokens(TokenIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public SteadyCaller get() {
    int number = next++ % CALLERS;
    long now = System.nanoTime();
    if (callers[number] == null || now - issuedAt[number] >= USE_NANOS) {
      String subject = "caller-" + number;
      callers[number] = new SteadyCaller(subject, issuer.token(subject, List.of(), LIFETIME));
      issuedAt[number] = now;
    }
    return callers[number];
  }
}
