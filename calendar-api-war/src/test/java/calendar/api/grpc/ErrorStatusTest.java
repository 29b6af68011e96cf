package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.call.error.Failures;
import calendar.error.CalendarException;
import calendar.error.Conflict;
import calendar.error.InvalidArgumentException;
import calendar.error.SeriesConflictException;
import calendar.error.Violation;
import calendar.v1.OccurrenceConflict;
import calendar.v1.SeriesConflicts;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients accept 8 KiB of metadata by default; an error that is larger reaches none of them. */
class ErrorStatusTest {
  private static final int DETAIL_BYTES = 6_000;
  private static final int METADATA_BYTES = 8 * 1024;

  /** What a server adds, and 32 bytes for each entry (RFC 9113, 6.5.2). */
  private static final int OTHER_METADATA_BYTES = 300;

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final UUID ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** The largest errors of series. */
  static Stream<CalendarException> largestErrors() {
    String character = "\ud83c\udf89";
    return Stream.of(
        new SeriesConflictException(conflicts(4_000)),
        invalid(100, "series.recurrence[%d]", "must have a BYMONTH of 1 to 12, found \"13\""),
        invalid(1_000, "series.recurrence[%d]", "must be shorter"),
        invalid(100, "series.recurrence[%d]", character.repeat(1_000)),
        invalid(1, "series.recurrence[%d]", character.repeat(100_000)));
  }

  private static List<Conflict> conflicts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Conflict(LATEST, LATEST, ID, LATEST, LATEST))
        .toList();
  }

  private static InvalidArgumentException invalid(int count, String field, String expected) {
    return new InvalidArgumentException(
        IntStream.range(0, count)
            .mapToObj(i -> new Violation(field.formatted(i), expected))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("largestErrors")
  void fitsIntoTheMetadataOfClients(CalendarException error) {
    StatusRuntimeException status = status(error);
    Metadata trailers = new Metadata();
    trailers.merge(status.getTrailers());
    trailers.put(
        Metadata.Key.of("grpc-message", Metadata.ASCII_STRING_MARSHALLER),
        percentEncoded(status.getStatus().getDescription()));

    int metadata =
        Stream.of(InternalMetadata.serialize(trailers)).mapToInt(bytes -> bytes.length).sum();
    int base64 = StatusProto.fromThrowable(status).getSerializedSize() / 3;

    assertThat(details(status).mapToInt(Any::getSerializedSize).sum()).isLessThan(DETAIL_BYTES);
    assertThat(metadata + base64 + OTHER_METADATA_BYTES).isLessThan(METADATA_BYTES);
  }

  /** As gRPC writes it: at most three characters for each byte that is not printable ASCII. */
  private static String percentEncoded(String message) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : message.getBytes(UTF_8)) {
      encoded.append(one >= ' ' && one < '~' && one != '%' ? "x" : "%xx");
    }
    return encoded.toString();
  }

  @Test
  void listsTheFirstConflicts() throws Exception {
    StatusRuntimeException status = status(new SeriesConflictException(conflicts(21)));

    SeriesConflicts conflicts = detail(status, SeriesConflicts.class);
    assertThat(conflicts.getConflictCount()).isEqualTo(21);
    assertThat(conflicts.getConflictsList())
        .hasSize(20)
        .extracting(OccurrenceConflict::getConflictingEventId)
        .containsOnly(ID.toString());
    assertThat(detail(status, ErrorInfo.class).getMetadataMap())
        .containsEntry("conflict_count", "21");
  }

  @Test
  void namesAsManyFieldsAsFit() throws Exception {
    String text = "must be shorter than this text, which has some characters";
    BadRequest some = detail(status(invalid(15, "field[%d]", text)), BadRequest.class);
    BadRequest many = detail(status(invalid(100, "field[%d]", text)), BadRequest.class);
    BadRequest long1 = detail(status(invalid(1, "field[%d]", "x".repeat(501))), BadRequest.class);

    assertThat(some.getFieldViolationsList()).hasSize(15);
    assertThat(many.getFieldViolationsList())
        .hasSizeBetween(20, 50)
        .extracting(FieldViolation::getDescription)
        .containsOnly(text);
    assertThat(long1.getFieldViolations(0).getDescription()).isEqualTo("x".repeat(497) + "...");
  }

  @Test
  void keepsShortMessages() {
    String longest = "x".repeat(1_000 - "id ".length());

    assertThat(message(status(invalid(1, "id", longest)))).isEqualTo("id " + longest);
    assertThat(message(status(invalid(1, "id", longest + "x"))))
        .isEqualTo("id " + longest.substring(3) + "...");
  }

  private static String message(StatusRuntimeException status) {
    assertThat(StatusProto.fromThrowable(status).getMessage())
        .isEqualTo(status.getStatus().getDescription());
    return status.getStatus().getDescription();
  }

  private static StatusRuntimeException status(CalendarException error) {
    return ErrorStatus.of(Failures.of(error, "CreateSeries"));
  }

  private static Stream<Any> details(StatusRuntimeException status) {
    Status rich = StatusProto.fromThrowable(status);
    return rich.getDetailsList().stream();
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException status, Class<T> type) throws Exception {
    return OnGrpcServer.detail(status, type);
  }
}
