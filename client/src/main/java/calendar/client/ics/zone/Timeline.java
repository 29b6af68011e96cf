package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the onsets of all observances in order. */
final class Timeline {
  private Timeline() {}

  /**
   * The rules of a zone. Before its first onset the offset is the one that this onset ends.
   *
   * @param onsets at least one
   */
  static ZoneRules of(List<Onset> onsets) {
    List<Onset> inOrder = new ArrayList<>(onsets);
    inOrder.sort(Comparator.comparingLong(onset -> onset.second(onset.to())));
    Onset earliest = inOrder.get(0);
    ZoneOffset first = earliest.from() == null ? earliest.to() : earliest.from();

    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffset offset = first;
    for (Onset onset : inOrder) {
      long second = onset.second(offset);
      // Of several onsets at one instant the last counts.
      int last = changes.size() - 1;
      if (last >= 0 && changes.get(last).toEpochSecond() >= second) {
        offset = changes.remove(last).getOffsetBefore();
      }
      if (!onset.to().equals(offset)) {
        LocalDateTime before = LocalDateTime.ofEpochSecond(second, 0, offset);
        changes.add(ZoneOffsetTransition.of(before, offset, onset.to()));
        offset = onset.to();
      }
    }
    return ZoneRules.of(first, first, List.of(), changes, List.of());
  }
}
