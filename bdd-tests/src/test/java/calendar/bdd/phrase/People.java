package calendar.bdd.phrase;

import java.util.HashMap;
import java.util.Map;

/** The owners in the scenario, by first name. */
public final class People {
  private final Map<String, Person> byName = new HashMap<>();

  public Person named(String name) {
    return byName.computeIfAbsent(name, Person::new);
  }
}
