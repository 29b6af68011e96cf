package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.error.Violations;
import com.google.protobuf.Message;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The page token of one list request (AIP-158): where the page before ended, and a hash of the
 * request's other arguments, so that it is refused with others. It holds no secret of this process:
 * every server accepts the tokens of every other.
 */
final class PageToken {
  private static final int HASH_BYTES = 8;
  private static final int BYTES = HASH_BYTES + Long.BYTES + Integer.BYTES;

  private final byte[] hash;

  private PageToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * @param arguments the request without its page size and page token
   */
  static PageToken boundTo(Message arguments) {
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
  String encode(Instant after) {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .put(hash)
            .putLong(after.getEpochSecond())
            .putInt(after.getNano())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Where the page before ended; empty for an empty token. A token that is none, or of a request
   * with other arguments, is noted as a violation of {@code page_token}.
   */
  Optional<Instant> decode(String token, Violations violations) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> after = decode(token);
    violations.require(
        after.isPresent(),
        "page_token",
        "must be the next_page_token of a page that was listed with the same arguments");
    return after;
  }

  private Optional<Instant> decode(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length != BYTES || !Arrays.equals(hash, Arrays.copyOf(bytes, HASH_BYTES))) {
        return Optional.empty();
      }
      ByteBuffer time = ByteBuffer.wrap(bytes, HASH_BYTES, BYTES - HASH_BYTES);
      Instant after = Instant.ofEpochSecond(time.getLong(), time.getInt());
      return Optional.of(after).filter(ProtoTime::isRepresentable);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException notOurs) {
      return Optional.empty();
    }
  }
}
