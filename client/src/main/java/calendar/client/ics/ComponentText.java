package calendar.client.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one component, whatever they say, and the components inside of it. */
final class ComponentText {
  private final ContentLine begin;
  private final List<ContentLine> lines = new ArrayList<>();
  private final List<ComponentText> components = new ArrayList<>(0);
  private boolean complete;

  ComponentText(ContentLine begin) {
    this.begin = begin;
  }

  void add(ContentLine line) {
    lines.add(line);
  }

  void add(ComponentText component) {
    components.add(component);
  }

  void end() {
    complete = true;
  }

  /** Such as {@code VEVENT}. */
  String name() {
    return begin.begins();
  }

  /** Where it begins in the file. */
  int line() {
    return begin.number();
  }

  /** The innermost component without its {@code END}: this one, or one inside of it. */
  Optional<ComponentText> firstWithoutEnd() {
    return components.stream()
        .flatMap(component -> component.firstWithoutEnd().stream())
        .findFirst()
        .or(() -> complete ? Optional.empty() : Optional.of(this));
  }

  /** Its own lines, without those of the components inside of it. */
  List<ContentLine> lines() {
    return lines;
  }

  /** The components of a name inside of it. */
  List<ComponentText> components(String name) {
    return components.stream().filter(component -> component.name().equals(name)).toList();
  }

  /** The first line of a property that has a value. */
  Optional<ContentLine> property(String name) {
    for (ContentLine line : lines) {
      if (line.is(name) && !line.value().isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The value of a property, without the blanks around it. */
  Optional<String> value(String name) {
    return property(name).map(line -> line.value().strip());
  }

  boolean has(String name) {
    return property(name).isPresent();
  }

  /** Its UID as the bare text says; empty if it has none. */
  String uid() {
    return value("UID").map(TextValue::unescaped).orElse("");
  }
}
