package calendar.client.ics.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one component, whatever they say, and the components inside of it. */
public final class ComponentText {
  private final ContentLine begin;
  private final List<ContentLine> lines = new ArrayList<>();
  private final List<ComponentText> components = new ArrayList<>(0);
  private boolean complete;

  ComponentText(ContentLine begin) {
    this.begin = begin;
  }

  public void add(ContentLine line) {
    lines.add(line);
  }

  public void add(ComponentText component) {
    components.add(component);
  }

  public void end() {
    complete = true;
  }

  /** Such as {@code VEVENT}. */
  public String name() {
    return begin.begins();
  }

  /** Where it begins in the file. */
  public int line() {
    return begin.number();
  }

  /** The innermost component without its {@code END}: this one, or one inside of it. */
  public Optional<ComponentText> firstWithoutEnd() {
    return components.stream()
        .flatMap(component -> component.firstWithoutEnd().stream())
        .findFirst()
        .or(() -> complete ? Optional.empty() : Optional.of(this));
  }

  /** Its own lines, without those of the components inside of it. */
  public List<ContentLine> lines() {
    return lines;
  }

  /** The components of a name inside of it. */
  public List<ComponentText> components(String name) {
    return components.stream().filter(component -> component.name().equals(name)).toList();
  }

  /** The first line of a property that has a value. */
  public Optional<ContentLine> property(String name) {
    for (ContentLine line : lines) {
      if (line.is(name) && !line.value().isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The value of a property, without the blanks around it. */
  public Optional<String> value(String name) {
    return property(name).map(line -> line.value().strip());
  }

  public boolean has(String name) {
    return property(name).isPresent();
  }

  /** Its UID as the bare text says; empty if it has none. */
  public String uid() {
    return value("UID").map(TextValue::unescaped).orElse("");
  }
}
