package calendar.bench.callers;

/** A caller who does what none should, from when it is made until it is stopped. */
public interface BadCaller {
  void stop();
}
