package calendar.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The size of titles, descriptions and locations, which are nearly all of a large list. It limits
 * how much one read of the storage may hold in memory; {@link calendar.page.PageBudget} limits the
 * page that the client gets.
 */
public final class EventTexts {
  /** A read ends with the event that brings its texts over this many bytes. */
  public static final int LARGEST_LIST_BYTES = 5 * 1024 * 1024;

  private static final int LARGEST_CHARACTER_BYTES = 4;
  private static final int LARGEST_EVENT_BYTES =
      LARGEST_CHARACTER_BYTES
          * (EventRules.TITLE_CHARACTERS
              + EventRules.DESCRIPTION_CHARACTERS
              + EventRules.LOCATION_CHARACTERS);

  private EventTexts() {}

  /** Returns true if the longest texts of this many events never exceed the limit. */
  public static boolean alwaysFit(int events) {
    return events <= LARGEST_LIST_BYTES / LARGEST_EVENT_BYTES;
  }

  /** The first events, up to the end of the read. */
  public static List<Event> listed(List<Event> events) {
    return fitting(events, EventTexts::bytes);
  }

  /** The first entries, up to the end of the read. */
  public static List<FoundComponent> found(List<FoundComponent> entries) {
    return fitting(entries, EventTexts::bytes);
  }

  private static <T> List<T> fitting(List<T> entries, ToLongFunction<T> textBytes) {
    long bytes = 0;
    int size = 0;
    while (size < entries.size() && bytes <= LARGEST_LIST_BYTES) {
      bytes += textBytes.applyAsLong(entries.get(size));
      size++;
    }
    return entries.subList(0, size);
  }

  /** Returns true if the read ended because of its texts, so there may be more events. */
  static boolean fill(List<Event> events) {
    return !alwaysFit(events.size()) && bytes(events) > LARGEST_LIST_BYTES;
  }

  static long bytes(List<Event> events) {
    return events.stream().mapToLong(EventTexts::bytes).sum();
  }

  private static long bytes(FoundComponent entry) {
    return entry instanceof FoundComponent.Imported imported ? bytes(imported.event()) : 0;
  }

  private static long bytes(Event event) {
    return bytes(event.title()) + bytes(event.description()) + bytes(event.location());
  }

  private static long bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
