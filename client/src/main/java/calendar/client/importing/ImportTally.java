package calendar.client.importing;

import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import calendar.client.ics.SkippedComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts while an import runs. Safe for use by many threads. */
final class ImportTally {
  private static final Comparator<IcsComponent> BY_LINE =
      Comparator.comparingInt(IcsComponent::line);

  private long created;
  private long alreadyThere;
  private long busy;
  private final List<SkippedComponent> skipped = new ArrayList<>();
  private final List<IcsEvent> withoutReminders = new ArrayList<>();

  synchronized void created(IcsEvent event) {
    created++;
    if (event.alarmsLost()) {
      withoutReminders.add(event);
    }
  }

  synchronized void alreadyThere() {
    alreadyThere++;
  }

  synchronized void busy() {
    busy++;
  }

  synchronized void skipped(SkippedComponent component) {
    skipped.add(component);
  }

  synchronized ImportCounts counts() {
    return new ImportCounts(created, alreadyThere, busy, skipped.size());
  }

  synchronized List<SkippedComponent> skipped() {
    return skipped.stream().sorted(BY_LINE).toList();
  }

  synchronized List<IcsEvent> withoutReminders() {
    return withoutReminders.stream().sorted(BY_LINE).toList();
  }
}
