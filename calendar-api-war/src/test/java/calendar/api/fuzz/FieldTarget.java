package calendar.api.fuzz;

import calendar.api.message.EventMessages;
import calendar.api.message.EventQuery;
import calendar.api.message.SeriesMessages;
import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import calendar.event.EventRules;
import calendar.event.field.EventField;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.Series;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Owner ids, dates, times and zones, in messages of protobuf: events and requests for days. */
public final class FieldTarget {
  private FieldTarget() {}

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      byte[] message = Arrays.copyOfRange(input, 1, input.length);
      Costs.check(() -> check(input[0], message));
    }
  }

  private static void check(byte kind, byte[] message) {
    try {
      if (kind == 'd') {
        day(ListDayEventsRequest.parseFrom(message));
      } else if (kind == 's') {
        SeriesMessages.draft(Series.parseFrom(message));
      } else {
        event(Event.parseFrom(message));
      }
    } catch (InvalidProtocolBufferException notParsed) {
      // gRPC refuses it before us.
    } catch (InvalidArgumentException refused) {
      Costs.require(!refused.getMessage().isEmpty(), "refused without a reason");
    }
  }

  private static void day(ListDayEventsRequest request) {
    EventQuery query = EventQuery.of(request);
    EventRules.owner(query.ownerId(), "owner_id", query.violations());
    query.violations().throwIfAny();
  }

  private static void event(Event message) {
    Violations violations = new Violations();
    EventRules.check(EventMessages.draft(message), EnumSet.allOf(EventField.class), violations);
    EventRules.owner(message.getOwnerId(), "event.owner_id", violations);
    violations.throwIfAny();
  }

  static List<byte[]> seeds() {
    Date date = Date.newBuilder().setYear(2026).setMonth(12).setDay(1).build();
    Event.Builder timed =
        Event.newBuilder()
            .setOwnerId("ann")
            .setTitle("Grüße \ud83c\udf89")
            .setStartTime(Timestamp.newBuilder().setSeconds(1_800_000_000))
            .setEndTime(Timestamp.newBuilder().setSeconds(1_800_003_600).setNanos(1_000))
            .setTimeZone("Europe/Brussels")
            .addRemindBefore(com.google.protobuf.Duration.newBuilder().setSeconds(600));
    Event allDay =
        Event.newBuilder()
            .setOwnerId("ann")
            .setTitle("t")
            .setStartDate(date)
            .setEndDate(date.toBuilder().setDay(2))
            .setTimeZone("Pacific/Apia")
            .build();
    return List.of(
        seed('e', timed.build().toByteString()),
        seed('e', allDay.toByteString()),
        seed(
            's',
            Series.newBuilder()
                .setOwnerId("ann")
                .setStartDate(date)
                .addRecurrence("RRULE:FREQ=DAILY")
                .build()
                .toByteString()),
        seed(
            'd',
            ListDayEventsRequest.newBuilder()
                .setOwnerId("ann")
                .setDate(date)
                .setTimeZone("Europe/Brussels")
                .build()
                .toByteString()));
  }

  private static byte[] seed(char kind, ByteString message) {
    return ByteString.copyFromUtf8("" + kind).concat(message).toByteArray();
  }
}
