package calendar.api.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * What gets inputs.
 *
 * @param type has the methods that Jazzer calls
 * @param seeds good inputs, to be changed
 * @param words what changes put in
 */
record Target(Class<?> type, Consumer<byte[]> input, List<byte[]> seeds, List<String> words) {

  static List<Target> all() {
    return List.of(
        new Target(
            TokenTarget.class,
            TokenTarget::fuzzerTestOneInput,
            TokenTarget.seeds(),
            List.of("exp", "RS256", ".", "eyJ")),
        new Target(
            PageTokenTarget.class,
            PageTokenTarget::fuzzerTestOneInput,
            PageTokenTarget.seeds(),
            List.of()),
        new Target(
            RecurrenceTarget.class,
            RecurrenceTarget::fuzzerTestOneInput,
            RecurrenceTarget.seeds(),
            RecurrenceTarget.words()),
        new Target(
            FieldTarget.class,
            FieldTarget::fuzzerTestOneInput,
            FieldTarget.seeds(),
            List.of("Europe/Brussels")));
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
