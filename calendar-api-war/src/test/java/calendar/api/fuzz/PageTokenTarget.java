package calendar.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calendar.access.Grantee;
import calendar.api.message.PageToken;
import calendar.api.message.ProtoTime;
import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import calendar.event.EventPosition;
import calendar.event.field.ComponentId;
import calendar.v1.ListEventsRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Page tokens. An input that begins with 'p' is a position behind the right hash, so that the
 * readers of positions see it; any other is a token.
 */
public final class PageTokenTarget {
  private static final int HASH_BYTES = 8;
  private static final PageToken PAGES =
      PageToken.boundTo(ListEventsRequest.newBuilder().setOwnerId("ann").build());
  private static final byte[] HASH =
      Arrays.copyOf(Base64.getUrlDecoder().decode(PAGES.encode(UUID.randomUUID())), HASH_BYTES);

  private PageTokenTarget() {}

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      Costs.check(() -> check(token(input)));
    }
  }

  private static String token(byte[] input) {
    if (input[0] != 'p') {
      return new String(input, ISO_8859_1);
    }
    byte[] token = Arrays.copyOf(HASH, HASH_BYTES + input.length - 1);
    System.arraycopy(input, 1, token, HASH_BYTES, input.length - 1);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static void check(String token) {
    decode(violations -> PAGES.decode(token, violations))
        .ifPresent(
            after ->
                Costs.require(
                    ProtoTime.isRepresentable(after.startTime())
                        && PAGES.decode(PAGES.encode(after), new Violations()).isPresent(),
                    "accepted " + after));
    decode(violations -> PAGES.decodeId(token, violations));
    decode(violations -> PAGES.decodeComponent(token, violations))
        .ifPresent(
            after ->
                Costs.require(
                    (after.uid() + after.recurrenceId()).indexOf('\0') < 0, "accepted " + after));
    decode(violations -> PAGES.decodeGrantee(token, violations))
        .ifPresent(
            after -> Costs.require(after.name().indexOf('\0') < 0, "accepted a name with NUL"));
  }

  private interface Decoding<T> {
    Optional<T> with(Violations violations);
  }

  private static <T> Optional<T> decode(Decoding<T> decoding) {
    Violations violations = new Violations();
    Optional<T> after = decoding.with(violations);
    try {
      violations.throwIfAny();
      Costs.require(after.isPresent(), "neither read nor refused");
    } catch (InvalidArgumentException refused) {
      Costs.require(after.isEmpty(), "read and refused");
    }
    return after;
  }

  static List<byte[]> seeds() {
    UUID id = UUID.fromString("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b");
    return List.of(
            PAGES.encode(id),
            PAGES.encode(new EventPosition(Instant.parse("2026-12-01T10:00:00.123456Z"), id)),
            PAGES.encode(new ComponentId("uid", "20261201T100000Z")),
            PAGES.encode(Grantee.group("Grüße")))
        .stream()
        .flatMap(token -> Stream.of(token.getBytes(ISO_8859_1), position(token)))
        .toList();
  }

  private static byte[] position(String token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    byte[] seed = Arrays.copyOfRange(bytes, HASH_BYTES - 1, bytes.length);
    seed[0] = 'p';
    return seed;
  }
}
