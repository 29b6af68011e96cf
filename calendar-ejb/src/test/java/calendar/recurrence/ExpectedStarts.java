package calendar.recurrence;

import static calendar.recurrence.ExpansionTable.local;

import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The starts that a row expects: all, or the first ones, or a count with the first and the last.
 */
final class ExpectedStarts {
  private static final String MORE = "...";

  private final int count;
  private final List<String> head;
  private final List<String> tail;

  ExpectedStarts(String text) {
    String[] parts = text.split(": ");
    List<String> words = Arrays.asList(parts[parts.length - 1].split(" "));
    int more = words.indexOf(MORE);
    this.head = more < 0 ? words : words.subList(0, more);
    this.tail = more < 0 ? List.of() : words.subList(more + 1, words.size());
    this.count = parts.length > 1 ? Integer.parseInt(parts[0]) : head.size();
  }

  LocalDateTime first() {
    return local(head.get(0).split("@")[0]);
  }

  /** Returns true if the recurrence gives these starts, and no others up to the last one. */
  boolean matches(Recurrence recurrence) {
    List<Start> all =
        recurrence.hasEnd()
            ? recurrence.starts(Instant.MIN, Instant.MAX, 10_000)
            : recurrence.starts(Instant.MIN, end(recurrence), 10_000);
    return all.size() == count
        && match(head, all.subList(0, head.size()))
        && match(tail, all.subList(count - tail.size(), count));
  }

  private Instant end(Recurrence recurrence) {
    LocalDateTime last = local(head.get(head.size() - 1).split("@")[0]);
    return recurrence.start().resolve(last).plusSeconds(1);
  }

  private static boolean match(List<String> words, List<Start> starts) {
    for (int i = 0; i < words.size(); i++) {
      String[] word = words.get(i).split("@");
      boolean sameInstant =
          word.length == 1
              || local(word[1].replace("Z", ""))
                  .toInstant(ZoneOffset.UTC)
                  .equals(starts.get(i).instant());
      if (!sameInstant || !local(word[0]).equals(starts.get(i).local())) {
        return false;
      }
    }
    return true;
  }
}
