package calendar.bdd.access;

import calendar.v1.Grant;
import calendar.v1.Grantee;
import calendar.v1.Role;
import java.util.Map;

/** How features speak of grantees and roles. */
final class AccessPhrases {
  private static final Map<String, Role> ROLES =
      Map.of(
          "free/busy reader", Role.ROLE_FREE_BUSY_READER,
          "reader", Role.ROLE_READER,
          "writer", Role.ROLE_WRITER);

  private AccessPhrases() {}

  /** Such as {@code everyone}, {@code group board} or {@code carl}. */
  static Grantee grantee(String words) {
    Grantee.Builder grantee = Grantee.newBuilder();
    if (words.equals("everyone")) {
      return grantee.setEveryone(true).build();
    }
    return words.startsWith("group ")
        ? grantee.setGroup(words.substring("group ".length())).build()
        : grantee.setSubject(words).build();
  }

  static Role role(String words) {
    return ROLES.get(words);
  }

  /** Such as {@code group board: reader}. */
  static String words(Grant grant) {
    Grantee grantee = grant.getGrantee();
    String who =
        switch (grantee.getGranteeCase()) {
          case SUBJECT -> grantee.getSubject();
          case GROUP -> "group " + grantee.getGroup();
          case EVERYONE -> "everyone";
          case GRANTEE_NOT_SET -> "nobody";
        };
    return who
        + ": "
        + ROLES.entrySet().stream()
            .filter(role -> role.getValue() == grant.getRole())
            .findAny()
            .orElseThrow()
            .getKey();
  }
}
