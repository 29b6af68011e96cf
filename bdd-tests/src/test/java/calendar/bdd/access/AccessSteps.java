package calendar.bdd.access;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.Person;
import calendar.v1.Grant;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;

/** Steps that grant access, revoke it, and list who has it. */
public final class AccessSteps {
  private final Api api;
  private final LastCall lastCall;

  public AccessSteps(Api api, LastCall lastCall) {
    this.api = api;
    this.lastCall = lastCall;
  }

  private static GrantAccessRequest.Builder request(Person owner) {
    return GrantAccessRequest.newBuilder()
        .setOwnerId(owner.ownerId())
        .setGrantee(AccessPhrases.grantee("carl"))
        .setRole(AccessPhrases.role("reader"));
  }

  private void send(GrantAccessRequest.Builder request) {
    lastCall.attempt(() -> api.calendar().grantAccess(request.build()).getGrant());
  }

  private static Grantee subject(String subject) {
    return Grantee.newBuilder().setSubject(subject).build();
  }

  private static Grantee group(String group) {
    return Grantee.newBuilder().setGroup(group).build();
  }

  @When("{person} makes {string} a {}")
  public void makes(Person owner, String grantee, String role) {
    send(
        request(owner)
            .setGrantee(AccessPhrases.grantee(grantee))
            .setRole(AccessPhrases.role(role)));
  }

  @When("{person} revokes the access of {string}")
  public void revokes(Person owner, String grantee) {
    RevokeAccessRequest request =
        RevokeAccessRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setGrantee(AccessPhrases.grantee(grantee))
            .build();
    lastCall.attempt(() -> api.calendar().revokeAccess(request));
  }

  /** Everything about the grant is valid except what the words say. */
  @When("{person} grants access {}")
  public void grants(Person owner, String kind) {
    GrantAccessRequest.Builder request = request(owner);
    switch (kind) {
      case "without an owner" -> request.clearOwnerId();
      case "with an owner id of 129 characters" -> request.setOwnerId("o".repeat(129));
      case "to nobody" -> request.clearGrantee();
      case "to herself" -> request.setGrantee(subject(owner.ownerId()));
      case "to an empty subject" -> request.setGrantee(subject(""));
      case "to a subject of 129 characters" -> request.setGrantee(subject("s".repeat(129)));
      case "to a subject with NUL" -> request.setGrantee(subject("a\0b"));
      case "to an empty group" -> request.setGrantee(group(""));
      case "to a group of 257 characters" -> request.setGrantee(group("g".repeat(257)));
      case "to a group with NUL" -> request.setGrantee(group("a\0b"));
      case "to everyone, which is false" ->
          request.setGrantee(Grantee.newBuilder().setEveryone(false));
      case "without a role" -> request.clearRole();
      case "with an unknown role" -> request.setRoleValue(4);
      default -> throw new IllegalArgumentException(kind);
    }
    send(request);
  }

  @When("{person} has granted access to {int} subjects")
  public void grantsMany(Person owner, int count) {
    for (int i = 0; i < count; i++) {
      send(request(owner).setGrantee(subject("subject " + i)));
      lastCall.outcome().answered();
    }
  }

  @When("{person} lists access with the token {string}")
  public void lists(Person owner, String token) {
    lastCall.attempt(
        () ->
            api.calendar()
                .listAccess(
                    ListAccessRequest.newBuilder()
                        .setOwnerId(owner.ownerId())
                        .setPageToken(token)
                        .build()));
  }

  @Then("{person}'s calendar is open to")
  public void isOpenTo(Person owner, List<String> expected) {
    assertThat(all(owner, 2)).extracting(AccessPhrases::words).containsExactlyElementsOf(expected);
  }

  @Then("{person}'s calendar is open to nobody else")
  public void isOpenToNobody(Person owner) {
    assertThat(all(owner, 0)).isEmpty();
  }

  @Then("it is rejected because nothing was granted")
  public void nothingWasGranted() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.NOT_FOUND, "GRANT_NOT_FOUND");
  }

  @Then("it is rejected because of too many grants")
  public void tooManyGrants() {
    RejectionAssertions.assertReason(
        lastCall.outcome(), Code.FAILED_PRECONDITION, "TOO_MANY_GRANTS");
  }

  private List<Grant> all(Person owner, int pageSize) {
    List<Grant> all = new ArrayList<>();
    String token = "";
    do {
      ListAccessResponse page =
          api.calendar()
              .listAccess(
                  ListAccessRequest.newBuilder()
                      .setOwnerId(owner.ownerId())
                      .setPageSize(pageSize)
                      .setPageToken(token)
                      .build());
      all.addAll(page.getGrantsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }
}
