package calendar.bench.load;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Calls that book: each a different slot of one of a thousand owners, with one reminder and a
 * request id. Slots come in no order. The script {@code create.sql} books in the same way, for
 * other owners. Safe for use by several threads.
 */
public final class Bookings {
  static final String TITLE = "Weekly meeting of the team";
  static final String DESCRIPTION = "In the large room";

  private static final int OWNERS = 1_000;
  private static final int SLOTS = 700_000;
  private static final int SLOT_SECONDS = 1_800;

  /** 2030: no reminder is due while we measure. */
  private static final long FIRST_SLOT = 1_893_456_000;

  private static final Duration REMIND_BEFORE = Durations.fromMinutes(15);
  private static final EncodedMethod METHOD =
      EncodedMethod.of(CalendarServiceGrpc.getCreateEventMethod());

  private final long firstOwner;
  private final AtomicLong booked = new AtomicLong();

  public Bookings(long firstOwner) {
    this.firstOwner = firstOwner;
  }

  /** Makes some calls beforehand; any further ones are made when they are needed. */
  public Calls prepare(int count) {
    Call[] prepared = Stream.generate(this::create).limit(count).toArray(Call[]::new);
    AtomicInteger taken = new AtomicInteger();
    return () -> {
      int number = taken.getAndIncrement();
      return number < prepared.length ? prepared[number] : create();
    };
  }

  private Call create() {
    CreateEventRequest request = request(booked.getAndIncrement());
    return METHOD.call(request.getEvent().getOwnerId(), request);
  }

  CreateEventRequest request(long number) {
    long start = FIRST_SLOT + number / OWNERS * 7_919 % SLOTS * SLOT_SECONDS;
    return CreateEventRequest.newBuilder()
        .setRequestId(requestId(number))
        .setEvent(
            Event.newBuilder()
                .setOwnerId(Long.toString(firstOwner + number * 617 % OWNERS))
                .setTitle(TITLE)
                .setDescription(DESCRIPTION)
                .setStartTime(Timestamps.fromSeconds(start))
                .setEndTime(Timestamps.fromSeconds(start + SLOT_SECONDS))
                .addRemindBefore(REMIND_BEFORE))
        .build();
  }

  /** A different one for each number. */
  static String requestId(long number) {
    return new UUID(mix(number), mix(~number)).toString();
  }

  /** Spreads numbers over all bits (as SplitMix64 does): quicker than a random UUID. */
  private static long mix(long number) {
    long z = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
