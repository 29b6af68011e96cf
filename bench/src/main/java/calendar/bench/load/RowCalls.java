package calendar.bench.load;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import com.google.type.Date;
import io.grpc.MethodDescriptor;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Calls to events that are there already. Their targets are drawn at random. */
public final class RowCalls {
  private static final int PREPARED = 8_192;
  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 1, 1);

  private static final MethodDescriptor<byte[], Integer> LIST =
      EncodedMethod.of(CalendarServiceGrpc.getListDayEventsMethod());
  private static final MethodDescriptor<byte[], Integer> GET =
      EncodedMethod.of(CalendarServiceGrpc.getGetEventMethod());
  private static final MethodDescriptor<byte[], Integer> UPDATE =
      EncodedMethod.of(CalendarServiceGrpc.getUpdateEventMethod());
  private static final MethodDescriptor<byte[], Integer> DELETE =
      EncodedMethod.of(CalendarServiceGrpc.getDeleteEventMethod());

  private final Rows rows;
  private final AtomicLong deleted = new AtomicLong();

  public RowCalls(Rows rows) {
    this.rows = rows;
  }

  /** Lists a day, with its twenty events, in UTC. */
  public Calls listDay() {
    return drawn(number -> EncodedMethod.call(LIST, listDay(number)));
  }

  /** Gets an event. */
  public Calls get() {
    return drawn(
        number ->
            EncodedMethod.call(
                GET,
                GetEventRequest.newBuilder()
                    .setOwnerId(rows.owner(number))
                    .setId(rows.id(number).toString())
                    .build()));
  }

  /** Changes an event's title. */
  public Calls update() {
    FieldMask title = FieldMask.newBuilder().addPaths("title").build();
    return drawn(
        number ->
            EncodedMethod.call(
                UPDATE,
                UpdateEventRequest.newBuilder()
                    .setEvent(
                        Event.newBuilder()
                            .setOwnerId(rows.owner(number))
                            .setId(rows.id(number).toString())
                            .setTitle("Weekly meeting, number " + number))
                    .setUpdateMask(title)
                    .build()));
  }

  /** Deletes one event after the other, each once. */
  public Calls delete() {
    return () -> {
      long number = deleted.getAndIncrement();
      return EncodedMethod.call(
          DELETE,
          DeleteEventRequest.newBuilder()
              .setOwnerId(rows.owner(number))
              .setId(rows.id(number).toString())
              .build());
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

  private Calls drawn(LongFunction<Call> call) {
    Call[] prepared =
        LongStream.generate(() -> ThreadLocalRandom.current().nextLong(rows.events()))
            .limit(PREPARED)
            .mapToObj(call)
            .toArray(Call[]::new);
    return () -> prepared[ThreadLocalRandom.current().nextInt(PREPARED)];
  }
}
