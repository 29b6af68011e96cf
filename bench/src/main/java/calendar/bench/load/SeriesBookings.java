package calendar.bench.load;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.Series;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Calls that book series: each for an owner of its own, with a request id. Series begin in one week
 * at different half hours. They have occurrences only from Monday to Friday: clocks change on
 * Sundays. The script {@code series.sql} inserts weekly series in the same way, for other owners.
 * Safe for use by several threads.
 */
public final class SeriesBookings implements Calls {
  static final int OWNERS = 1_000_000;
  static final String TIME_ZONE = "Europe/Brussels";

  private static final int SLOTS_A_DAY = 48;
  private static final int SLOT_SECONDS = 1_800;

  /** Monday, 7 January 2030, 0:00 in Brussels: no reminder is due while we measure. */
  private static final long FIRST_SLOT = 1_893_970_800;

  private static final EncodedMethod METHOD =
      EncodedMethod.of(CalendarServiceGrpc.getCreateSeriesMethod());

  private final long firstOwner;
  private final String rule;
  private final int slots;
  private final List<Duration> remindBefore;
  private final AtomicLong booked = new AtomicLong();

  private SeriesBookings(long firstOwner, String rule, int slots, long... remindBeforeSeconds) {
    this.firstOwner = firstOwner;
    this.rule = rule;
    this.slots = slots;
    this.remindBefore =
        LongStream.of(remindBeforeSeconds).mapToObj(Durations::fromSeconds).toList();
  }

  /** Weekly series of 104 occurrences with one reminder. */
  public static SeriesBookings weekly(long firstOwner) {
    return new SeriesBookings(firstOwner, "RRULE:FREQ=WEEKLY;COUNT=104", 5 * SLOTS_A_DAY, 900);
  }

  /** Series of 4,000 occurrences, one on each weekday, with five reminders. */
  public static SeriesBookings onWeekdays(long firstOwner) {
    String rule = "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=4000";
    return new SeriesBookings(firstOwner, rule, SLOTS_A_DAY, 300, 900, 3_600, 86_400, 604_800);
  }

  @Override
  public Call next() {
    CreateSeriesRequest request = request(booked.getAndIncrement());
    return METHOD.call(request.getSeries().getOwnerId(), request);
  }

  CreateSeriesRequest request(long number) {
    long start = FIRST_SLOT + number * 7_919 % slots * SLOT_SECONDS;
    return CreateSeriesRequest.newBuilder()
        .setRequestId(Bookings.requestId(number))
        .setSeries(
            Series.newBuilder()
                .setOwnerId(Long.toString(firstOwner + number % OWNERS))
                .setTitle(Bookings.TITLE)
                .setDescription(Bookings.DESCRIPTION)
                .setStartTime(Timestamps.fromSeconds(start))
                .setEndTime(Timestamps.fromSeconds(start + SLOT_SECONDS))
                .setTimeZone(TIME_ZONE)
                .addRecurrence(rule)
                .addAllRemindBefore(remindBefore))
        .build();
  }
}
