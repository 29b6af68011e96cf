package calendar.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.access.Grantee;
import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import calendar.event.EventPosition;
import calendar.event.field.ComponentId;
import calendar.v1.FindEventsRequest;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListSeriesRequest;
import com.google.protobuf.Timestamp;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
  private static final int HASH_BYTES = 8;
  private static final EventPosition TEN =
      new EventPosition(
          Instant.parse("2026-12-01T10:00:00.123456Z"),
          UUID.fromString("ffffffff-0000-8000-7fff-fffffffffffe"));

  private final PageToken lists =
      PageToken.boundTo(ListEventsRequest.newBuilder().setOwnerId("ann").build());
  private final PageToken series =
      PageToken.boundTo(ListSeriesRequest.newBuilder().setOwnerId("ann").build());
  private final PageToken access =
      PageToken.boundTo(ListAccessRequest.newBuilder().setOwnerId("ann").build());
  private final PageToken searches =
      PageToken.boundTo(FindEventsRequest.newBuilder().setOwnerId("ann").build());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999Z",
        "2026-12-01T10:00:00.123456Z",
        "9999-12-31T23:59:59.999999Z"
      })
  void keepsThePosition(Instant time) {
    EventPosition position = new EventPosition(time, TEN.id());

    assertThat(position(lists.encode(position))).contains(position);
  }

  @ParameterizedTest
  @CsvSource({"uid, 20261201T100000Z", "uid, ''", "'', ''", "Grüße \ud83c\udf89, 日本語"})
  void keepsTheComponent(String uid, String recurrenceId) {
    ComponentId id = new ComponentId(uid, recurrenceId);

    assertThat(component(searches.encode(id))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void keepsTheSeries(UUID id) {
    Violations violations = new Violations();

    assertThat(series.decodeId(series.encode(id), violations)).contains(id);
    violations.throwIfAny();
  }

  static Stream<Grantee> grantees() {
    return Stream.of(
        Grantee.EVERYONE, Grantee.group("Grüße \ud83c\udf89"), Grantee.subject("s".repeat(128)));
  }

  @ParameterizedTest
  @MethodSource("grantees")
  void keepsTheGrantee(Grantee grantee) {
    Violations violations = new Violations();

    assertThat(access.decodeGrantee(access.encode(grantee), violations)).contains(grantee);
    violations.throwIfAny();
  }

  static Stream<ByteBuffer> invalidGrantees() {
    return Stream.of(
        ByteBuffer.allocate(0),
        ByteBuffer.allocate(2),
        ByteBuffer.allocate(2).put(new byte[] {3, 'a'}),
        ByteBuffer.allocate(2).put(new byte[] {-1, 'a'}));
  }

  @ParameterizedTest
  @MethodSource("invalidGrantees")
  void rejectsInvalidGrantee(ByteBuffer position) {
    Violations violations = new Violations();

    assertThat(
            access.decodeGrantee(
                at(access.encode(Grantee.EVERYONE), position.rewind()), violations))
        .isEmpty();
    assertThatThrownBy(violations::throwIfAny).isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17, 28})
  void rejectsInvalidSeries(int bytes) {
    String token = at(series.encode(TEN.id()), ByteBuffer.allocate(bytes));

    assertRejected(violations -> series.decodeId(token, violations));
    assertRejected(violations -> series.decodeId(lists.encode(TEN), violations));
  }

  /** Clients may use a token after an upgrade of the server. */
  @Test
  void acceptsTokensOfTheFirstRelease() {
    assertThat(position("IwoZAw-rDXEAAAAAaw6aoAdbygA"))
        .contains(EventPosition.afterAllAt(TEN.startTime()));
    assertThat(searches.encode(new ComponentId("uid", "20261201")))
        .isEqualTo("Pcx7fuM6OwQAAAADdWlkMjAyNjEyMDE");
  }

  @Test
  void ignoresPageSizeAndPageToken() {
    ListEventsRequest next =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setPageSize(7)
            .setPageToken(lists.encode(TEN))
            .build();

    assertThat(PageToken.boundTo(next).encode(TEN)).isEqualTo(lists.encode(TEN));
  }

  @Test
  void startsWithTheFirstPage() {
    assertThat(position("")).isEmpty();
    assertThat(component("")).isEmpty();
  }

  @Test
  void rejectsOtherArguments() {
    String token = lists.encode(TEN);
    ListEventsRequest bobs = ListEventsRequest.newBuilder().setOwnerId("bob").build();
    ListEventsRequest bounded =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(Timestamp.getDefaultInstance())
            .build();

    assertRejected(violations -> PageToken.boundTo(bobs).decode(token, violations));
    assertRejected(violations -> PageToken.boundTo(bounded).decode(token, violations));
  }

  /** Both requests have the same bytes. */
  @Test
  void rejectsAnotherKindOfRequest() {
    String token = lists.encode(TEN);

    assertRejected(violations -> searches.decode(token, violations));
  }

  static Stream<ByteBuffer> badTimes() {
    return Stream.of(
        ByteBuffer.allocate(0),
        ByteBuffer.allocate(11),
        ByteBuffer.allocate(13),
        ByteBuffer.allocate(27),
        ByteBuffer.allocate(29),
        ByteBuffer.allocate(28).putLong(Long.MAX_VALUE),
        time(Long.MAX_VALUE, 0),
        time(Long.MIN_VALUE, -1),
        time(Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(), -1),
        time(Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond(), 0));
  }

  @ParameterizedTest
  @MethodSource("badTimes")
  void rejectsInvalidTimes(ByteBuffer position) {
    String token = at(lists.encode(TEN), position);

    assertRejected(violations -> lists.decode(token, violations));
  }

  static Stream<ByteBuffer> badComponents() {
    return Stream.of(
        ByteBuffer.allocate(0),
        ByteBuffer.allocate(3),
        ByteBuffer.allocate(7).putInt(4),
        ByteBuffer.allocate(7).putInt(Integer.MAX_VALUE),
        ByteBuffer.allocate(7).putInt(-1),
        ByteBuffer.allocate(6).putInt(1).put((byte) 0).put((byte) 'r'),
        ByteBuffer.allocate(6).putInt(1).put((byte) 'u').put((byte) 0));
  }

  @ParameterizedTest
  @MethodSource("badComponents")
  void rejectsInvalidComponents(ByteBuffer position) {
    String token = at(searches.encode(new ComponentId("uid", "")), position);

    assertRejected(violations -> searches.decodeComponent(token, violations));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAA", "not base64!", "=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void rejectsForeignTokens(String token) {
    assertRejected(violations -> lists.decode(token, violations));
    assertRejected(violations -> searches.decodeComponent(token, violations));
  }

  private static ByteBuffer time(long seconds, int nanos) {
    return ByteBuffer.allocate(12).putLong(seconds).putInt(nanos);
  }

  /** Replaces the position in a token. */
  private static String at(String token, ByteBuffer position) {
    byte[] hash = Base64.getUrlDecoder().decode(token);
    ByteBuffer changed = ByteBuffer.allocate(HASH_BYTES + position.capacity());
    changed.put(hash, 0, HASH_BYTES).put(position.array());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(changed.array());
  }

  private Optional<EventPosition> position(String token) {
    Violations violations = new Violations();
    Optional<EventPosition> position = lists.decode(token, violations);
    violations.throwIfAny();
    return position;
  }

  private Optional<ComponentId> component(String token) {
    Violations violations = new Violations();
    Optional<ComponentId> component = searches.decodeComponent(token, violations);
    violations.throwIfAny();
    return component;
  }

  private interface Decoding {
    Optional<?> with(Violations violations);
  }

  private static void assertRejected(Decoding decoding) {
    Violations violations = new Violations();
    assertThat(decoding.with(violations)).isEmpty();
    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("page_token");
  }
}
