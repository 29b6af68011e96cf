package calendar.bench;

/** One thing that is measured. */
public interface Section {

  /** What {@code ONLY=} calls it; its figures have keys that begin with it. */
  String name();

  /**
   * Whether it has to start, stop or watch processes, or to empty tables: not on others' systems.
   */
  default boolean needsOwnSystem() {
    return false;
  }

  /** Whether it needs a broker. */
  default boolean needsBroker() {
    return false;
  }

  /**
   * Measures, and notes what it finds.
   *
   * @throws BenchException if that fails
   */
  void measure(Run run) throws Exception;
}
