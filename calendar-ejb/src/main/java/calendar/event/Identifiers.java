package calendar.event;

import calendar.error.Violations;
import java.util.Optional;
import java.util.UUID;

/** Reads UUIDs in their one canonical form: 36 characters, hexadecimal, four hyphens (RFC 9562). */
final class Identifiers {
  private static final int CHARACTERS = 36;

  private Identifiers() {}

  /** The UUID that the text spells; empty, and noted as a violation, when it spells none. */
  static Optional<UUID> parse(String text, String field, Violations violations) {
    Optional<UUID> uuid = parse(text);
    violations.require(
        uuid.isPresent(), field, "must be a UUID such as 0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b");
    return uuid;
  }

  /** As {@link #parse}, but an empty text is no violation. */
  static Optional<UUID> parseOptional(String text, String field, Violations violations) {
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
