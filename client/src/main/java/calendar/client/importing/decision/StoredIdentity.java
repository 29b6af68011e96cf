package calendar.client.importing.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The identities and request ids under which components are stored. */
public final class StoredIdentity {
  /** As the calendar takes them. */
  static final int LONGEST_UID = 255;

  private StoredIdentity() {}

  /** An event without a UID is the same as long as its time and title are. */
  static ComponentIdentity ofContent(IcsEvent event) {
    String content =
        String.join("\0", event.start().toString(), event.end().toString(), event.title());
    return event.identity().withUid("content-" + sha256(content));
  }

  /** A UID that is too long is stored as its hash. */
  static ComponentIdentity shortened(ComponentIdentity identity) {
    return identity.withUid("uid-" + sha256(identity.uid()));
  }

  static boolean isTooLong(ComponentIdentity identity) {
    String uid = identity.uid();
    return uid.codePointCount(0, uid.length()) > LONGEST_UID;
  }

  /**
   * Always the same for one owner and component, so that a repeated create creates nothing twice.
   * For a component without RECURRENCE-ID it is the one that all versions of the importer use.
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
