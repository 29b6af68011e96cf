package calendar.client.ics.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The lines of one VCALENDAR.
 *
 * @param properties its own lines, such as METHOD
 * @param components in the order of the file
 */
public record CalendarText(List<ContentLine> properties, List<ComponentText> components) {

  /** The value of a property that is not blank. */
  public Optional<String> value(String property) {
    return properties.stream()
        .filter(line -> line.is(property))
        .map(line -> line.value().strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
