package calendar.bench.load;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import com.google.type.Date;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Calls to events that are there already. Their targets are drawn at random. */
public final class RowCalls {
  private static final int PREPARED = 8_192;
  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 1, 1);
  private static final FieldMask TITLE = FieldMask.newBuilder().addPaths("title").build();

  private static final EncodedMethod LIST =
      EncodedMethod.of(CalendarServiceGrpc.getListDayEventsMethod());
  private static final EncodedMethod GET =
      EncodedMethod.of(CalendarServiceGrpc.getGetEventMethod());
  private static final EncodedMethod UPDATE =
      EncodedMethod.of(CalendarServiceGrpc.getUpdateEventMethod());
  private static final EncodedMethod DELETE =
      EncodedMethod.of(CalendarServiceGrpc.getDeleteEventMethod());

  private final Rows rows;
  private final AtomicLong deleted = new AtomicLong();

  public RowCalls(Rows rows) {
    this.rows = rows;
  }

  /** The events that they go to. */
  public Rows rows() {
    return rows;
  }

  /** Lists a day, with its twenty events, in UTC. */
  public Calls listDay() {
    return drawn(number -> LIST.call(rows.owner(number), listDay(number)));
  }

  /** Gets an event. */
  public Calls get() {
    return drawn(
        number ->
            GET.call(
                rows.owner(number),
                GetEventRequest.newBuilder()
                    .setOwnerId(rows.owner(number))
                    .setId(id(number))
                    .build()));
  }

  /** Changes an event's title. */
  public Calls update() {
    return drawn(
        number -> {
          Event.Builder event =
              Event.newBuilder()
                  .setOwnerId(rows.owner(number))
                  .setId(id(number))
                  .setTitle("Weekly meeting, number " + number);
          return UPDATE.call(
              rows.owner(number),
              UpdateEventRequest.newBuilder().setEvent(event).setUpdateMask(TITLE).build());
        });
  }

  /** Deletes one event after the other, each once. */
  public Calls delete() {
    return () -> {
      long number = deleted.getAndIncrement();
      return DELETE.call(
          rows.owner(number),
          DeleteEventRequest.newBuilder().setOwnerId(rows.owner(number)).setId(id(number)).build());
    };
  }

  ListDayEventsRequest listDay(long number) {
    LocalDate day = FIRST_DAY.plusDays(number / Rows.EVENTS_A_DAY % rows.days());
    return ListDayEventsRequest.newBuilder()
        .setOwnerId(rows.owner(number))
        .setDate(
            Date.newBuilder()
                .setYear(day.getYear())
                .setMonth(day.getMonthValue())
                .setDay(day.getDayOfMonth()))
        .build();
  }

  private String id(long number) {
    return rows.id(number).toString();
  }

  private Calls drawn(LongFunction<Call> call) {
    Call[] prepared =
        LongStream.generate(() -> ThreadLocalRandom.current().nextLong(rows.events()))
            .limit(PREPARED)
            .mapToObj(call)
            .toArray(Call[]::new);
    return () -> prepared[ThreadLocalRandom.current().nextInt(PREPARED)];
  }
}
