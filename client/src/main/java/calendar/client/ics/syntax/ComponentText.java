package calendar.client.ics.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one component, not yet interpreted, and the components inside it. */
public final class ComponentText {
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

  /** The name, such as {@code VEVENT}. */
  public String name() {
    return begin.begins();
  }

  /** The number of the first line in the file, from 1. */
  public int line() {
    return begin.number();
  }

  /** The innermost component without {@code END}: this one, or one inside it. */
  public Optional<ComponentText> firstWithoutEnd() {
    return components.stream()
        .flatMap(component -> component.firstWithoutEnd().stream())
        .findFirst()
        .or(() -> complete ? Optional.empty() : Optional.of(this));
  }

  /** The lines of this component, without lines of components inside it. */
  public List<ContentLine> lines() {
    return lines;
  }

  /** The components with a name inside this one. */
  public List<ComponentText> components(String name) {
    return components.stream().filter(component -> component.name().equals(name)).toList();
  }

  /** The first line of a property whose value is not blank. */
  public Optional<ContentLine> property(String name) {
    for (ContentLine line : lines) {
      if (line.is(name) && !line.value().isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The value of a property, without surrounding blanks. */
  public Optional<String> value(String name) {
    return property(name).map(line -> line.value().strip());
  }

  public boolean has(String name) {
    return property(name).isPresent();
  }

  /** The UID; empty if the component has none. */
  public String uid() {
    return value("UID").map(TextValue::unescaped).orElse("");
  }
}
