package calendar.api.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.error.Violations;
import calendar.event.ComponentId;
import com.google.protobuf.Message;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * The page token of one list request (AIP-158): where the page before ended, and a hash of the
 * request's other arguments, so that it is refused with others. It holds no secret of this process:
 * every server accepts the tokens of every other.
 */
public final class PageToken {
  private static final int HASH_BYTES = 8;
  private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;

  private final byte[] hash;

  private PageToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * @param arguments the request without its page size and page token
   */
  public static PageToken boundTo(Message arguments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(arguments.getDescriptorForType().getFullName().getBytes(UTF_8));
      digest.update(arguments.toByteArray());
      return new PageToken(Arrays.copyOf(digest.digest(), HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A token for the page after the event that begins at the given time. */
  public String encode(Instant after) {
    return encode(
        ByteBuffer.allocate(TIME_BYTES).putLong(after.getEpochSecond()).putInt(after.getNano()));
  }

  /** A token for the page after the given component. */
  public String encode(ComponentId after) {
    byte[] uid = after.uid().getBytes(UTF_8);
    byte[] recurrenceId = after.recurrenceId().getBytes(UTF_8);
    return encode(
        ByteBuffer.allocate(Integer.BYTES + uid.length + recurrenceId.length)
            .putInt(uid.length)
            .put(uid)
            .put(recurrenceId));
  }

  /**
   * The time where the page before ended; empty for an empty token. A token that is none, or of a
   * request with other arguments, is noted as a violation of {@code page_token}.
   */
  public Optional<Instant> decode(String token, Violations violations) {
    return decode(token, PageToken::time, violations);
  }

  /** As {@link #decode}, for the component where the page before ended. */
  public Optional<ComponentId> decodeComponent(String token, Violations violations) {
    return decode(token, PageToken::component, violations);
  }

  private String encode(ByteBuffer position) {
    byte[] bytes =
        ByteBuffer.allocate(HASH_BYTES + position.capacity())
            .put(hash)
            .put(position.flip())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private <T> Optional<T> decode(
      String token, Function<ByteBuffer, Optional<T>> reader, Violations violations) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> after = position(token).flatMap(reader);
    violations.require(
        after.isPresent(),
        "page_token",
        "must be the next_page_token of a page that was listed with the same arguments");
    return after;
  }

  private Optional<ByteBuffer> position(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      boolean ours =
          bytes.length > HASH_BYTES && Arrays.equals(hash, Arrays.copyOf(bytes, HASH_BYTES));
      return ours
          ? Optional.of(ByteBuffer.wrap(bytes, HASH_BYTES, bytes.length - HASH_BYTES))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(ByteBuffer position) {
    if (position.remaining() != TIME_BYTES) {
      return Optional.empty();
    }
    try {
      Instant after = Instant.ofEpochSecond(position.getLong(), position.getInt());
      return Optional.of(after).filter(ProtoTime::isRepresentable);
    } catch (DateTimeException | ArithmeticException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<ComponentId> component(ByteBuffer position) {
    int uidBytes = position.remaining() < Integer.BYTES ? -1 : position.getInt();
    if (uidBytes < 0 || uidBytes > position.remaining()) {
      return Optional.empty();
    }
    byte[] uid = new byte[uidBytes];
    position.get(uid);
    byte[] recurrenceId = new byte[position.remaining()];
    position.get(recurrenceId);
    ComponentId after = new ComponentId(new String(uid, UTF_8), new String(recurrenceId, UTF_8));
    return Optional.of(after).filter(PageToken::hasNoNul);
  }

  private static boolean hasNoNul(ComponentId id) {
    return id.uid().indexOf('\0') < 0 && id.recurrenceId().indexOf('\0') < 0;
  }
}
