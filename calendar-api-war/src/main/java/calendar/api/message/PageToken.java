package calendar.api.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.access.Grantee;
import calendar.error.Violations;
import calendar.event.EventPosition;
import calendar.event.field.ComponentId;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The page tokens of one list request (AIP-158). A token holds the position where the previous page
 * ended, and a hash of the request's other arguments: a request with other arguments rejects it. It
 * holds no secret and no state of a server, so every server accepts the tokens of every other, and
 * of the version before. Safe for use by several threads.
 */
public final class PageToken {
  private static final int HASH_BYTES = 8;
  private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int POSITION_BYTES = TIME_BYTES + ID_BYTES;

  /** A token has the place of the kind here: their order never changes. */
  private static final Grantee.Kind[] GRANTEE_KINDS = Grantee.Kind.values();

  private static final List<String> NOT_ARGUMENTS = List.of("page_size", "page_token");

  private final Message request;

  private PageToken(Message request) {
    this.request = request;
  }

  /**
   * The tokens for requests with the same arguments as this one. Its {@code page_size} and {@code
   * page_token} may differ.
   */
  public static PageToken boundTo(Message request) {
    return new PageToken(request);
  }

  /** Computed only when a token is read or written: most lists fit on one page. */
  private byte[] hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.getDescriptorForType().getFullName().getBytes(UTF_8));
      digest.update(arguments(request).toByteArray());
      return Arrays.copyOf(digest.digest(), HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Message arguments(Message request) {
    Message.Builder arguments = request.toBuilder();
    for (String name : NOT_ARGUMENTS) {
      FieldDescriptor field = request.getDescriptorForType().findFieldByName(name);
      if (field != null) {
        arguments.clearField(field);
      }
    }
    return arguments.build();
  }

  /** The token for the page after the event at this position. */
  public String encode(EventPosition after) {
    return encode(
        ByteBuffer.allocate(POSITION_BYTES)
            .putLong(after.startTime().getEpochSecond())
            .putInt(after.startTime().getNano())
            .putLong(after.id().getMostSignificantBits())
            .putLong(after.id().getLeastSignificantBits()));
  }

  /** The token for the page after the series with this id. */
  public String encode(UUID after) {
    return encode(
        ByteBuffer.allocate(ID_BYTES)
            .putLong(after.getMostSignificantBits())
            .putLong(after.getLeastSignificantBits()));
  }

  /** The token for the page after this component. */
  public String encode(ComponentId after) {
    byte[] uid = after.uid().getBytes(UTF_8);
    byte[] recurrenceId = after.recurrenceId().getBytes(UTF_8);
    return encode(
        ByteBuffer.allocate(Integer.BYTES + uid.length + recurrenceId.length)
            .putInt(uid.length)
            .put(uid)
            .put(recurrenceId));
  }

  /** The token for the page after this grantee. */
  public String encode(Grantee after) {
    byte[] name = after.name().getBytes(UTF_8);
    return encode(
        ByteBuffer.allocate(1 + name.length).put((byte) after.kind().ordinal()).put(name));
  }

  /**
   * The position where the previous page ended; empty for an empty token. Adds a violation of
   * {@code page_token} if the token is damaged or belongs to a request with other arguments.
   *
   * <p>A token of version 0.1 has the start of an event without its id. It was enough while no two
   * events had the same start.
   */
  public Optional<EventPosition> decode(String token, Violations violations) {
    return decode(token, PageToken::position, violations);
  }

  /** As {@link #decode}, for the component where the previous page ended. */
  public Optional<ComponentId> decodeComponent(String token, Violations violations) {
    return decode(token, PageToken::component, violations);
  }

  /** As {@link #decode}, for the id of the series where the previous page ended. */
  public Optional<UUID> decodeId(String token, Violations violations) {
    return decode(token, PageToken::id, violations);
  }

  /** As {@link #decode}, for the grantee where the previous page ended. */
  public Optional<Grantee> decodeGrantee(String token, Violations violations) {
    return decode(token, PageToken::grantee, violations);
  }

  private String encode(ByteBuffer position) {
    byte[] bytes =
        ByteBuffer.allocate(HASH_BYTES + position.capacity())
            .put(hash())
            .put(position.flip())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private <T> Optional<T> decode(
      String token, Function<ByteBuffer, Optional<T>> reader, Violations violations) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> after = bytes(token).flatMap(reader);
    violations.require(
        after.isPresent(),
        "page_token",
        "must be the next_page_token of a response to a request with the same arguments");
    return after;
  }

  private Optional<ByteBuffer> bytes(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      boolean ours =
          bytes.length > HASH_BYTES && Arrays.equals(hash(), Arrays.copyOf(bytes, HASH_BYTES));
      return ours
          ? Optional.of(ByteBuffer.wrap(bytes, HASH_BYTES, bytes.length - HASH_BYTES))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<EventPosition> position(ByteBuffer position) {
    if (position.remaining() != TIME_BYTES && position.remaining() != POSITION_BYTES) {
      return Optional.empty();
    }
    try {
      Instant start = Instant.ofEpochSecond(position.getLong(), position.getInt());
      return Optional.of(start)
          .filter(ProtoTime::isRepresentable)
          .map(
              time ->
                  position.hasRemaining()
                      ? new EventPosition(time, new UUID(position.getLong(), position.getLong()))
                      : EventPosition.afterAllAt(time));
    } catch (DateTimeException | ArithmeticException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> id(ByteBuffer position) {
    return position.remaining() == ID_BYTES
        ? Optional.of(new UUID(position.getLong(), position.getLong()))
        : Optional.empty();
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

  private static Optional<Grantee> grantee(ByteBuffer position) {
    int kind = position.hasRemaining() ? position.get() : -1;
    if (kind < 0 || kind >= GRANTEE_KINDS.length) {
      return Optional.empty();
    }
    byte[] name = new byte[position.remaining()];
    position.get(name);
    Grantee after = new Grantee(GRANTEE_KINDS[kind], new String(name, UTF_8));
    return Optional.of(after).filter(grantee -> grantee.name().indexOf('\0') < 0);
  }

  private static boolean hasNoNul(ComponentId id) {
    return id.uid().indexOf('\0') < 0 && id.recurrenceId().indexOf('\0') < 0;
  }
}
