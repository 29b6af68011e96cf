package calendar.bench.load;

/** What to call next, for ever. Safe for use by several threads. */
@FunctionalInterface
public interface Calls {
  Call next();
}
