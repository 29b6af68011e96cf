package calendar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantedRolesTest {
  private static final Identity BOB = new Identity("bob", Set.of("board", "staff"), false);

  private static GrantedRoles roles(Object... granteesAndRoles) {
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < granteesAndRoles.length; i += 2) {
      grants.add(
          new Grant(
              "ann", (Grantee) granteesAndRoles[i], (Role) granteesAndRoles[i + 1], Instant.EPOCH));
    }
    return new GrantedRoles(grants);
  }

  @Test
  void permitNothingWithoutGrants() {
    for (Role needed : Role.values()) {
      assertThat(roles().permit(BOB, needed)).isFalse();
    }
  }

  @Test
  void higherRoleIncludesLowerOnes() {
    GrantedRoles reader = roles(Grantee.subject("bob"), Role.READER);

    assertThat(reader.permit(BOB, Role.FREE_BUSY_READER)).isTrue();
    assertThat(reader.permit(BOB, Role.READER)).isTrue();
    assertThat(reader.permit(BOB, Role.WRITER)).isFalse();
    assertThat(reader.permit(BOB, Role.OWNER)).isFalse();
  }

  @Test
  void countsForGroupsAndEveryone() {
    assertThat(roles(Grantee.group("staff"), Role.WRITER).permit(BOB, Role.WRITER)).isTrue();
    assertThat(roles(Grantee.EVERYONE, Role.READER).permit(BOB, Role.READER)).isTrue();
  }

  @Test
  void doesNotCountForOthers() {
    GrantedRoles others =
        roles(
            Grantee.subject("BOB"), Role.WRITER,
            Grantee.subject("board"), Role.WRITER,
            Grantee.group("bob"), Role.WRITER,
            Grantee.group("boar"), Role.WRITER);

    assertThat(others.permit(BOB, Role.FREE_BUSY_READER)).isFalse();
  }

  @Test
  void highestOfSeveralCounts() {
    GrantedRoles several =
        roles(
            Grantee.subject("bob"),
            Role.FREE_BUSY_READER,
            Grantee.group("board"),
            Role.WRITER,
            Grantee.EVERYONE,
            Role.READER);

    assertThat(several.permit(BOB, Role.WRITER)).isTrue();
    assertThat(several.permit(new Identity("eve", Set.of(), false), Role.WRITER)).isFalse();
    assertThat(several.count()).isEqualTo(3);
  }
}
