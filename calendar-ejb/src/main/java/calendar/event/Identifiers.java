package calendar.event;

import calendar.error.Violations;
import java.util.Optional;
import java.util.UUID;

/** Parses UUIDs in canonical form: 36 characters, hexadecimal, with four hyphens (RFC 9562). */
public final class Identifiers {
  private static final int CHARACTERS = 36;

  private Identifiers() {}

  /** Parses a UUID. Adds a violation and returns empty if the text is not a UUID. */
  public static Optional<UUID> parse(String text, String field, Violations violations) {
    Optional<UUID> uuid = parse(text);
    violations.require(
        uuid.isPresent(), field, "must be a UUID such as 0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b");
    return uuid;
  }

  /** As {@link #parse}, but returns empty for an empty text without a violation. */
  public static Optional<UUID> parseOptional(String text, String field, Violations violations) {
    return text.isEmpty() ? Optional.empty() : parse(text, field, violations);
  }

  private static Optional<UUID> parse(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException notHexadecimal) {
      return Optional.empty();
    }
  }
}
