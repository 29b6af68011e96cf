package calendar.client.importing.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventDates;
import calendar.client.ics.event.IcsEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The identities and request ids of components in the calendar. */
public final class StoredIdentity {
  /** The calendar's limit, in characters. */
  static final int MAX_UID_LENGTH = 255;

  private StoredIdentity() {}

  /** An event without a UID gets a UID from its times, or its dates, and its title. */
  static ComponentIdentity ofContent(IcsEvent event) {
    Optional<EventDates> dates = event.period().dates();
    String start = dates.isPresent() ? dates.get().start().toString() : event.start().toString();
    String end = dates.isPresent() ? dates.get().end().toString() : event.end().toString();
    String content = String.join("\0", start, end, event.title());
    return event.identity().withUid("content-" + sha256(content));
  }

  /** Replaces a UID that is too long with its hash. */
  static ComponentIdentity shortened(ComponentIdentity identity) {
    return identity.withUid("uid-" + sha256(identity.uid()));
  }

  static boolean isTooLong(ComponentIdentity identity) {
    String uid = identity.uid();
    return uid.codePointCount(0, uid.length()) > MAX_UID_LENGTH;
  }

  /**
   * The request id of a component. It is always the same for one owner and component, so that a
   * repeated create does not create a second event. For a component without RECURRENCE-ID, all
   * importer versions use the same id.
   */
  public static UUID requestId(String owner, ComponentIdentity identity) {
    ComponentKey key = ComponentKey.of(identity);
    String name = owner + '\0' + key.uid();
    return UUID.nameUUIDFromBytes(
        (key.recurrence().isEmpty() ? name : name + '\0' + key.recurrence()).getBytes(UTF_8));
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
