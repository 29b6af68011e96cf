package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Grant;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.Role;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands grant, revoke and access, and the errors of callers without access. */
class AccessCommandsTest extends ProgramTestBase {
  private static final Grantee BOB = Grantee.newBuilder().setSubject("bob").build();
  private static final Grantee BOARD = Grantee.newBuilder().setGroup("board").build();
  private static final Grantee EVERYONE = Grantee.newBuilder().setEveryone(true).build();

  @BeforeEach
  void keepThreeGrants() {
    answer(AccessCommandsTest::calendar);
  }

  private static Message calendar(Message request) {
    if (request instanceof GrantAccessRequest grant) {
      return GrantAccessResponse.newBuilder()
          .setGrant(grant(grant.getGrantee(), grant.getRole()))
          .build();
    }
    if (request instanceof RevokeAccessRequest) {
      return RevokeAccessResponse.getDefaultInstance();
    }
    ListAccessResponse.Builder page = ListAccessResponse.newBuilder();
    return ((ListAccessRequest) request).getPageToken().isEmpty()
        ? page.addGrants(grant(EVERYONE, Role.ROLE_FREE_BUSY_READER))
            .addGrants(grant(BOARD, Role.ROLE_READER))
            .setNextPageToken("next")
            .build()
        : page.addGrants(grant(BOB, Role.ROLE_WRITER)).build();
  }

  private static Grant grant(Grantee grantee, Role role) {
    return Grant.newBuilder()
        .setOwnerId("anna")
        .setGrantee(grantee)
        .setRole(role)
        .setCreateTime(time("2026-11-30T12:00:00Z"))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "--subject=bob, reader, ROLE_READER, 'bob is now reader'",
    "--group=board, writer, ROLE_WRITER, 'group board is now writer'",
    "--everyone, Free-Busy-Reader, ROLE_FREE_BUSY_READER, 'everyone is now free-busy-reader'"
  })
  void grantsRole(String who, String word, Role role, String printed) {
    assertThat(run("grant", "--owner=anna", who, "--role=" + word)).isZero();

    GrantAccessRequest sent = (GrantAccessRequest) server.requests().get(0);
    assertThat(sent.getOwnerId()).isEqualTo("anna");
    assertThat(sent.getGrantee())
        .isEqualTo(who.contains("bob") ? BOB : who.contains("board") ? BOARD : EVERYONE);
    assertThat(sent.getRole()).isEqualTo(role);
    assertThat(out()).isEqualTo("Granted: %s of anna's calendar%n".formatted(printed));
  }

  @Test
  void revokesRole() {
    assertThat(run("revoke", "--owner=anna", "--group=board")).isZero();

    assertThat(server.requests())
        .containsExactly(
            RevokeAccessRequest.newBuilder().setOwnerId("anna").setGrantee(BOARD).build());
    assertThat(out()).isEqualTo("Revoked: group board no longer has a role in anna's calendar\n");
  }

  @Test
  void saysThatGroupsMayStillGiveRole() {
    assertThat(run("revoke", "--owner=anna", "--subject=bob")).isZero();

    assertThat(out())
        .isEqualTo(
            "Revoked: bob no longer has a role in anna's calendar,"
                + " unless a group or everyone has one\n");
  }

  @Test
  void listsAllPages() {
    assertThat(run("access", "--owner=anna", "--zone=Europe/Brussels")).isZero();

    assertThat(out())
        .isEqualTo(
            """
            anna, Europe/Brussels

              everyone     free-busy-reader  since Mon 30 Nov 2026 13:00
              group board  reader            since Mon 30 Nov 2026 13:00
              bob          writer            since Mon 30 Nov 2026 13:00

            3 grants
            """);
  }

  @Test
  void listsForPrograms() {
    assertThat(run("access", "--owner=anna", "--output=json")).isZero();

    JsonArray grants = JsonParser.parseString(out()).getAsJsonObject().getAsJsonArray("grants");
    assertThat(grants).hasSize(3);
    JsonObject everyone = grants.get(0).getAsJsonObject();
    assertThat(everyone.getAsJsonObject("grantee")).hasToString("{\"everyone\":true}");
    assertThat(everyone.get("role").getAsString()).isEqualTo("ROLE_FREE_BUSY_READER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant --owner=anna --role=reader",
        "grant --owner=anna --subject=bob",
        "grant --owner=anna --subject=bob --role=owner",
        "grant --owner=anna --subject=bob --everyone --role=reader",
        "grant --subject=bob --role=reader",
        "revoke --owner=anna",
        "revoke --owner=anna --subject=bob --group=board",
        "access"
      })
  void rejectsWrongUsage(String command) {
    assertThat(run(command.split(" "))).isEqualTo(2);
    assertThat(server.requests()).isEmpty();
    assertThat(err().lines()).hasSize(1);
  }

  @Test
  void explainsRefusals() {
    refuse(error(Code.UNAUTHENTICATED, "UNAUTHENTICATED", Map.of()));
    assertThat(run("access", "--owner=anna")).isEqualTo(1);
    refuse(error(Code.PERMISSION_DENIED, "ACCESS_DENIED", Map.of("owner_id", "anna")));
    assertThat(run("access", "--owner=anna")).isEqualTo(1);
    refuse(
        error(
            Code.RESOURCE_EXHAUSTED,
            "RATE_LIMITED",
            Map.of(),
            RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(1_250)).build()));
    assertThat(run("access", "--owner=anna")).isEqualTo(1);
    refuse(error(Code.NOT_FOUND, "GRANT_NOT_FOUND", Map.of()));
    assertThat(run("revoke", "--owner=anna", "--everyone")).isEqualTo(1);

    assertThat(err().lines())
        .containsExactly(
            "Not signed in: the message of UNAUTHENTICATED. --token-file names a file with your"
                + " token",
            "No access: the message of ACCESS_DENIED; ask the owner for it",
            "Too many calls: " + server.address() + " permits you fewer; try again in 2 s",
            "Not found: the message of GRANT_NOT_FOUND");
  }
}
