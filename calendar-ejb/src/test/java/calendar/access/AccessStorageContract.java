package calendar.access;

import static calendar.access.Grantee.EVERYONE;
import static calendar.access.Grantee.group;
import static calendar.access.Grantee.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import calendar.error.GrantNotFoundException;
import calendar.error.TooManyGrantsException;
import calendar.event.Drafts;
import calendar.event.Race;
import calendar.event.Racing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AccessStorage} does. Each test has its own owner. */
public abstract class AccessStorageContract extends Racing {
  private static final int RUNNERS = 8;
  private static final int ROUNDS = 20;
  private static final int MOST = 5;

  protected final String owner = Drafts.newOwner();

  protected AccessStorageContract() {
    super(RUNNERS);
  }

  /** The storage under test. */
  protected abstract AccessStorage storage();

  private Grant grant(Grantee grantee, Role role) {
    return storage().grant(new Grant(owner, grantee, role, Drafts.NOW), MOST);
  }

  private List<Grant> list(Grantee after, int limit) {
    return storage().list(owner, Optional.ofNullable(after), limit);
  }

  @Test
  void keepsWhatWasGranted() {
    Grant granted = grant(subject("bob"), Role.READER);

    assertThat(granted).isEqualTo(new Grant(owner, subject("bob"), Role.READER, Drafts.NOW));
    assertThat(list(null, 10)).containsExactly(granted);
    assertThat(storage().find(List.of(owner))).containsExactly(granted);
  }

  @Test
  void replacesTheRoleOnly() {
    grant(subject("bob"), Role.WRITER);
    Grant later =
        new Grant(
            owner, subject("bob"), Role.FREE_BUSY_READER, Drafts.NOW.plus(Duration.ofDays(1)));

    Grant replaced = storage().grant(later, MOST);

    assertThat(replaced)
        .isEqualTo(new Grant(owner, subject("bob"), Role.FREE_BUSY_READER, Drafts.NOW));
    assertThat(list(null, 10)).containsExactly(replaced);
  }

  @Test
  void distinguishesGrantees() {
    grant(subject("board"), Role.READER);
    grant(group("board"), Role.WRITER);
    grant(EVERYONE, Role.FREE_BUSY_READER);
    grant(subject("BOARD"), Role.WRITER);

    assertThat(list(null, 10)).extracting(Grant::role).hasSize(4);
    storage().revoke(owner, subject("board"));

    assertThat(list(null, 10))
        .extracting(Grant::grantee)
        .containsExactly(EVERYONE, group("board"), subject("BOARD"));
  }

  /** In UTF-16, the emoji would come before the last one. */
  @Test
  void ordersGranteesByBytes() {
    List<Grantee> sorted =
        List.of(
            EVERYONE, group("z"), subject("a"), subject("\uffee"), subject("\ud83c\udf89 party"));
    List<Grantee> mixed = new ArrayList<>(sorted);
    Collections.reverse(mixed);
    mixed.forEach(grantee -> grant(grantee, Role.READER));

    assertThat(list(null, 10)).extracting(Grant::grantee).containsExactlyElementsOf(sorted);
    assertThat(sorted).isSorted();
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(list(sorted.get(i), 2))
          .extracting(Grant::grantee)
          .containsExactlyElementsOf(sorted.subList(i + 1, Math.min(i + 3, sorted.size())));
    }
  }

  @Test
  void revokesOnce() {
    grant(group("board"), Role.READER);

    storage().revoke(owner, group("board"));

    assertThat(list(null, 10)).isEmpty();
    assertThat(storage().find(List.of(owner))).isEmpty();
    assertThatExceptionOfType(GrantNotFoundException.class)
        .isThrownBy(() -> storage().revoke(owner, group("board")))
        .withMessageContainingAll(owner, "group \"board\"");
  }

  @Test
  void separatesOwners() {
    String other = Drafts.newOwner();
    grant(subject("bob"), Role.READER);
    storage().grant(new Grant(other, subject("bob"), Role.WRITER, Drafts.NOW), MOST);

    assertThat(storage().find(List.of(owner, other, Drafts.newOwner(), owner)))
        .extracting(Grant::ownerId, Grant::role)
        .containsExactlyInAnyOrder(tuple(owner, Role.READER), tuple(other, Role.WRITER));
    assertThat(storage().find(List.of())).isEmpty();

    storage().revoke(other, subject("bob"));
    assertThat(list(null, 10)).hasSize(1);
  }

  @Test
  void limitsTheGrantsOfAnOwner() {
    IntStream.range(0, MOST).forEach(i -> grant(subject("s" + i), Role.READER));

    assertThatExceptionOfType(TooManyGrantsException.class)
        .isThrownBy(() -> grant(subject("s" + MOST), Role.READER))
        .withMessageContainingAll(owner, "5 grants");
    assertThat(grant(subject("s0"), Role.WRITER).role()).isEqualTo(Role.WRITER);

    storage().revoke(owner, subject("s1"));
    grant(subject("s" + MOST), Role.READER);
    assertThat(list(null, 10)).hasSize(MOST);
  }

  @Test
  void neverExceedsTheLimit() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String raced = Drafts.newOwner();

      Race.Outcome<Grant> outcome =
          race.round(
              runner ->
                  storage()
                      .grant(
                          new Grant(raced, subject("s" + runner), Role.READER, Drafts.NOW), MOST));

      assertThat(outcome.answers()).hasSize(MOST);
      assertThat(outcome.refusals()).hasOnlyElementsOfType(TooManyGrantsException.class);
      assertThat(storage().list(raced, Optional.empty(), 100))
          .containsExactlyInAnyOrderElementsOf(outcome.answers());
    }
  }

  @Test
  void storesOneGrantOfManyAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String raced = Drafts.newOwner();

      Race.Outcome<Grant> outcome =
          race.round(
              runner -> storage().grant(new Grant(raced, EVERYONE, Role.READER, Drafts.NOW), MOST));

      assertThat(outcome.answers()).hasSize(RUNNERS);
      assertThat(storage().list(raced, Optional.empty(), 100)).hasSize(1);
    }
  }

  @Test
  void ownershipCannotBeGranted() {
    assertThatThrownBy(() -> grant(subject("bob"), Role.OWNER))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
