package calendar.bdd.series;

import calendar.bdd.listing.Listings;
import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Series;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The series of the scenario by owner and original title, and their occurrences. */
public final class SeenSeries {
  private final Listings listings;
  private final Map<List<String>, Series> series = new HashMap<>();

  public SeenSeries(Listings listings) {
    this.listings = listings;
  }

  void saw(Series booked) {
    series.put(List.of(booked.getOwnerId(), booked.getTitle()), booked);
  }

  Series of(Person owner, String title) {
    Series found = series.get(List.of(owner.ownerId(), title));
    if (found == null) {
      throw new IllegalStateException("the scenario has not yet booked \"%s\"".formatted(title));
    }
    return found;
  }

  /** The event with this title that starts on this day, in the owner's zone. */
  Event occurrence(Person owner, String title, LocalDate day) {
    return listings.everything(owner).all().stream()
        .filter(event -> event.getTitle().equals(title))
        .filter(event -> startDay(event, owner.zone()).equals(day))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no \"%s\" starts on %s".formatted(title, day)));
  }

  private static LocalDate startDay(Event event, ZoneId zone) {
    return event.hasStartDate()
        ? ProtoTimes.date(event.getStartDate())
        : LocalDate.ofInstant(ProtoTimes.instant(event.getStartTime()), zone);
  }
}
