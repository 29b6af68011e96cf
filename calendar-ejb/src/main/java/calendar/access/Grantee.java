package calendar.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Who has access. Ordered by kind, then by name as UTF-8 bytes, as the database does.
 *
 * @param name the subject or the group, compared byte for byte; empty for everyone
 */
public record Grantee(Kind kind, String name) implements Comparable<Grantee> {
  public static final Grantee EVERYONE = new Grantee(Kind.EVERYONE, "");

  private static final Comparator<Grantee> ORDER =
      Comparator.comparing(Grantee::kind)
          .thenComparing(grantee -> grantee.name.getBytes(UTF_8), Arrays::compareUnsigned);

  /** The kinds of grantees. Lists have them in this order, which is alphabetical. */
  public enum Kind {
    EVERYONE,
    GROUP,
    SUBJECT
  }

  /** One person or program. */
  public static Grantee subject(String subject) {
    return new Grantee(Kind.SUBJECT, subject);
  }

  /** Everyone whose token names the group. */
  public static Grantee group(String group) {
    return new Grantee(Kind.GROUP, group);
  }

  @Override
  public int compareTo(Grantee other) {
    return ORDER.compare(this, other);
  }

  /** Who it is, in words. */
  @Override
  public String toString() {
    return switch (kind) {
      case EVERYONE -> "everyone";
      case GROUP -> "group \"%s\"".formatted(name);
      case SUBJECT -> "\"%s\"".formatted(name);
    };
  }
}
