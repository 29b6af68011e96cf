package calendar.access;

import static calendar.access.Grantee.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.access.memory.MemoryAccessStorage;
import calendar.error.InvalidArgumentException;
import calendar.error.TooManyGrantsException;
import calendar.error.Violation;
import calendar.error.Violations;
import calendar.page.Page;
import calendar.page.PageBudget;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessGrantsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");

  private final AccessGrants access =
      new AccessGrants(new MemoryAccessStorage(), Clock.fixed(NOW, ZoneOffset.UTC));

  private Grant grant(String owner, Grantee grantee, Role role) {
    return access.grant(
        owner, Optional.ofNullable(grantee), Optional.ofNullable(role), new Violations());
  }

  private Page<Grant, Grantee> list(String owner, int size, Grantee after) {
    return access.list(
        owner, size, Optional.ofNullable(after), PageBudget.unlimited(), new Violations());
  }

  private static List<String> violated(Runnable call) {
    InvalidArgumentException invalid =
        catchThrowableOfType(InvalidArgumentException.class, call::run);
    assertThat(invalid).as("the call must be rejected").isNotNull();
    return invalid.violations().stream().map(Violation::field).toList();
  }

  @Test
  void storesMicroseconds() {
    assertThat(grant("ann", subject("bob"), Role.READER).createTime())
        .isEqualTo(Instant.parse("2026-11-23T12:00:00.123456Z"));
  }

  @Test
  void rejectsGrantToOneself() {
    assertThat(violated(() -> grant("ann", subject("ann"), Role.READER)))
        .containsExactly("grantee.subject");
    assertThat(grant("ann", Grantee.group("ann"), Role.READER).role()).isEqualTo(Role.READER);
  }

  @Test
  void rejectsOwnership() {
    assertThat(violated(() -> grant("ann", subject("bob"), Role.OWNER))).containsExactly("role");
    assertThat(violated(() -> grant("ann", subject("bob"), null))).containsExactly("role");
  }

  @Test
  void namesAllBadFields() {
    assertThat(violated(() -> grant("", subject("a\0b"), null)))
        .containsExactly("owner_id", "grantee.subject", "role");
    assertThat(violated(() -> grant("ann", Grantee.group("g".repeat(257)), Role.READER)))
        .containsExactly("grantee.group");
    assertThat(
            violated(
                () -> access.revoke("a".repeat(129), Optional.of(subject("")), new Violations())))
        .containsExactly("owner_id", "grantee.subject");
    assertThat(violated(() -> list("", -1, null))).containsExactly("owner_id", "page_size");
  }

  @Test
  void acceptsLongestNames() {
    assertThat(grant("ann", subject("\ud83c\udf89".repeat(128)), Role.READER)).isNotNull();
    assertThat(grant("ann", Grantee.group("\ud83c\udf89".repeat(256)), Role.READER)).isNotNull();
  }

  @Test
  void listsPages() {
    IntStream.range(0, 5).forEach(i -> grant("ann", subject("s" + i), Role.READER));

    Page<Grant, Grantee> first = list("ann", 3, null);
    Page<Grant, Grantee> last = list("ann", 3, first.next().orElseThrow());

    assertThat(first.entries())
        .extracting(grant -> grant.grantee().name())
        .containsExactly("s0", "s1", "s2");
    assertThat(last.entries())
        .extracting(grant -> grant.grantee().name())
        .containsExactly("s3", "s4");
    assertThat(last.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void pageHasHundredByDefault(int size) {
    IntStream.range(0, 101).forEach(i -> grant("ann", subject("s" + i), Role.READER));

    assertThat(list("ann", size, null).entries()).hasSize(100);
    assertThat(list("ann", 5_000, null).entries()).hasSize(101);
  }

  @Test
  void ownerHasAtMostThousandGrants() {
    IntStream.range(0, 1_000).forEach(i -> grant("ann", subject("s" + i), Role.READER));

    assertThatExceptionOfType(TooManyGrantsException.class)
        .isThrownBy(() -> grant("ann", Grantee.EVERYONE, Role.READER))
        .withMessageContaining("1,000 grants");
  }
}
