package calendar.bdd.event;

import static java.util.Map.entry;

import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The kinds of events in the features. Each kind changes an ordinary event. */
final class EventKinds {
  private static final Instant START = Instant.parse("2031-05-06T10:00:00Z");
  private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_MICROSECOND = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final int MEBIBYTE = 1024 * 1024;

  private static final Map<String, Consumer<Event.Builder>> BY_PHRASE =
      Map.ofEntries(
          entry("with nothing in it", Event.Builder::clear),
          entry("without an owner", Event.Builder::clearOwnerId),
          entry("with an owner id of 129 characters", event -> event.setOwnerId("o".repeat(129))),
          entry("with NUL in the owner id", event -> event.setOwnerId("Ann\0")),
          entry("with an id", event -> event.setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")),
          entry("without an id", Event.Builder::clearId),
          entry("with an id that is no UUID", event -> event.setId("1-1-1-1-1")),
          entry("without a title", Event.Builder::clearTitle),
          entry("with a blank title", event -> event.setTitle(" \t\n")),
          entry("with NUL in the title", event -> event.setTitle("Den\0tist")),
          entry("with a title of 255 characters", event -> event.setTitle("t".repeat(255))),
          entry("with a title of 256 characters", event -> event.setTitle("t".repeat(256))),
          entry("with a title of 255 emoji", event -> event.setTitle("🎂".repeat(255))),
          entry("with a description of 10000 characters", described(10_000)),
          entry("with a description of 10001 characters", described(10_001)),
          entry("with a description of 3 MB", described(3 * MEBIBYTE)),
          entry("with a description of 5 MB", described(5 * MEBIBYTE)),
          entry("with NUL in the description", event -> event.setDescription("\0")),
          entry("with a location of 1000 emoji", event -> event.setLocation("🎂".repeat(1000))),
          entry("with a location of 1001 characters", event -> event.setLocation("l".repeat(1001))),
          entry("with NUL in the location", event -> event.setLocation("Room\0")),
          entry("with an unknown availability", event -> event.setAvailabilityValue(7)),
          entry("in Europe/Atlantis", event -> event.setTimeZone("Europe/Atlantis")),
          entry("without a start", Event.Builder::clearStartTime),
          entry("without an end", Event.Builder::clearEndTime),
          entry("that ends before it starts", lasting(Duration.ofMinutes(-1))),
          entry("of no length", lasting(Duration.ZERO)),
          entry("of a nanosecond", lasting(Duration.ofNanos(1))),
          entry("of a microsecond", lasting(Duration.ofNanos(1_000))),
          entry("of 366 days", lasting(Duration.ofDays(366))),
          entry("of 367 days", lasting(Duration.ofDays(367))),
          entry("in the first hour of year 1", in(YEAR_1, YEAR_1.plusSeconds(3600))),
          entry(
              "in the last hour of year 9999",
              in(LAST_MICROSECOND.minusSeconds(3600), LAST_MICROSECOND)),
          entry("that starts in year 0", in(YEAR_1.minusNanos(1_000), START)),
          entry("that ends in year 10000", in(START, LAST_MICROSECOND.plusNanos(1_000))),
          entry(
              "with negative nanos in its start",
              event -> event.setStartTime(Timestamp.newBuilder().setNanos(-1))),
          entry("with a reminder after its start", reminding(Duration.ofMinutes(-1))),
          entry("with a reminder 400 days before", reminding(Duration.ofDays(400))),
          entry("with reminders from 0 to 366 days before", reminding(days(0, 1, 7, 365, 366))),
          entry("with six reminders", reminding(days(0, 1, 2, 3, 4, 5))),
          entry(
              "with the same reminder twice",
              reminding(Duration.ofMinutes(60), Duration.ofHours(1))),
          entry(
              "with a reminder in the year 0",
              in(YEAR_1, YEAR_1.plusSeconds(60)).andThen(reminding(Duration.ofDays(1)))));

  private EventKinds() {}

  /** An event of a kind, ready to send. */
  static Event.Builder of(Person owner, String words) {
    Consumer<Event.Builder> change =
        BY_PHRASE.getOrDefault(words, AllDayKinds.BY_PHRASE.get(words));
    if (change == null) {
      throw new IllegalArgumentException("unknown kind of event: " + words);
    }
    Event.Builder event = ordinary(owner);
    change.accept(event);
    return event;
  }

  static Event.Builder ordinary(Person owner) {
    return owner.event("Dentist", START, START.plusSeconds(1800));
  }

  private static Consumer<Event.Builder> described(int characters) {
    return event -> event.setDescription("d".repeat(characters));
  }

  private static Consumer<Event.Builder> lasting(Duration length) {
    return in(START, START.plus(length));
  }

  private static Consumer<Event.Builder> in(Instant start, Instant end) {
    return event ->
        event.setStartTime(ProtoTimes.timestamp(start)).setEndTime(ProtoTimes.timestamp(end));
  }

  private static Duration[] days(int... days) {
    return IntStream.of(days).mapToObj(Duration::ofDays).toArray(Duration[]::new);
  }

  private static Consumer<Event.Builder> reminding(Duration... before) {
    return event -> Arrays.stream(before).map(ProtoTimes::duration).forEach(event::addRemindBefore);
  }
}
