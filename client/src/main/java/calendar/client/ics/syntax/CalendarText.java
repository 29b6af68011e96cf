package calendar.client.ics.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The lines of one VCALENDAR.
 *
 * @param properties the lines outside of components, such as METHOD
 * @param components the components, in the order of the file
 */
public record CalendarText(List<ContentLine> properties, List<ComponentText> components) {

  /** The first value of a property that is not blank. */
  public Optional<String> value(String property) {
    return properties.stream()
        .filter(line -> line.is(property))
        .map(line -> line.value().strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
