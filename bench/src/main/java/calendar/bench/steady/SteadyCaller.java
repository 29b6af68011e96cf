package calendar.bench.steady;

/**
 * Who makes a call, and lists a day of their own calendar by it.
 *
 * @param token says so
 */
public record SteadyCaller(String subject, String token) {
  /** Without the token. */
  @Override
  public String toString() {
    return "SteadyCaller[%s]".formatted(subject);
  }
}
