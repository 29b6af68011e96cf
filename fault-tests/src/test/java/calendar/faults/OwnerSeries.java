package calendar.faults;

import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The series of one owner. Each step has a request id of its own, so a step may be repeated.
 *
 * <p>Not safe for use by several threads.
 */
final class OwnerSeries {
  private final String ownerId;
  private final Instant first;
  private final Map<SeriesStep, String> requestIds = new EnumMap<>(SeriesStep.class);
  private String seriesId = "";

  /**
   * @param first the start of the first occurrence, in the future
   */
  OwnerSeries(String ownerId, Instant first) {
    this.ownerId = ownerId;
    this.first = first;
    for (SeriesStep step : SeriesStep.values()) {
      requestIds.put(step, UUID.randomUUID().toString());
    }
  }

  String ownerId() {
    return ownerId;
  }

  /** The start of the first occurrence when the series was created. */
  Instant first() {
    return first;
  }

  /**
   * Takes a step, or repeats it.
   *
   * @throws io.grpc.StatusRuntimeException if the API does not answer, or refuses it
   */
  void take(SeriesStep step, CalendarServiceBlockingStub calendar) {
    Instant shifted = first.plus(SeriesStep.HOUR);
    Instant cut = shifted.plus(SeriesStep.DAY.multipliedBy(SeriesStep.SPLIT_AT));
    switch (step) {
      case CREATE -> seriesId = calendar.createSeries(creation()).getSeries().getId();
      case SHIFT -> calendar.updateSeries(move(step, shifted).build());
      case SPLIT ->
          calendar.updateSeries(
              move(step, cut.plus(SeriesStep.HOUR)).setFromTime(timestamp(cut)).build());
    }
  }

  private CreateSeriesRequest creation() {
    return CreateSeriesRequest.newBuilder()
        .setRequestId(requestIds.get(SeriesStep.CREATE))
        .setSeries(
            at(first)
                .setTitle("Stand-up")
                .setTimeZone("Etc/UTC")
                .addRemindBefore(
                    Duration.newBuilder().setSeconds(StoredPart.REMIND_BEFORE.toSeconds()))
                .addRecurrence("RRULE:FREQ=DAILY;COUNT=" + SeriesStep.OCCURRENCES))
        .build();
  }

  private UpdateSeriesRequest.Builder move(SeriesStep step, Instant start) {
    return UpdateSeriesRequest.newBuilder()
        .setRequestId(requestIds.get(step))
        .setSeries(at(start).setId(seriesId))
        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of("start_time", "end_time")));
  }

  private Series.Builder at(Instant start) {
    return Series.newBuilder()
        .setOwnerId(ownerId)
        .setStartTime(timestamp(start))
        .setEndTime(timestamp(start.plus(SeriesStep.HOUR.dividedBy(4))));
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }
}
