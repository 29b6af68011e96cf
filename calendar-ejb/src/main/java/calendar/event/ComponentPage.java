package calendar.event;

import java.util.List;
import java.util.Optional;

/**
 * A part of what was found, in the order of {@link ComponentId}s.
 *
 * @param next where the next page begins: after this component; empty if there is no more
 */
public record ComponentPage(List<FoundComponent> found, Optional<ComponentId> next) {

  /**
   * The first page of what {@link EventStorage#find} found. If there is more than a page holds, the
   * last entry is not part of it.
   *
   * @param found with a limit of one more than the page holds
   * @param size how many entries it holds at most
   */
  static ComponentPage of(List<FoundComponent> found, int size) {
    if (found.size() <= size && !EventTexts.fill(events(found))) {
      return new ComponentPage(found, Optional.empty());
    }
    List<FoundComponent> page = found.subList(0, found.size() - 1);
    return new ComponentPage(page, Optional.of(page.get(page.size() - 1).id()));
  }

  private static List<Event> events(List<FoundComponent> found) {
    return found.stream()
        .filter(FoundComponent.Imported.class::isInstance)
        .map(entry -> ((FoundComponent.Imported) entry).event())
        .toList();
  }
}
