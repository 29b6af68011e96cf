package calendar.api.message;

import calendar.access.AccessGrants;
import calendar.access.Grantee;
import calendar.error.Violations;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.v1.Grant;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import java.util.Optional;

/**
 * Answers requests about grants. Every method blocks, and throws what {@link AccessGrants} throws.
 * Safe for use by several threads.
 */
public final class AccessCalls {
  /** The most bytes of the field's tag and the message's length. */
  private static final int FRAME_BYTES = 5;

  private final AccessGrants grants;
  private final PageBudget<calendar.access.Grant, Grant> budget;

  /**
   * @param pageBytes as for {@link EventLists}
   */
  public AccessCalls(AccessGrants grants, int pageBytes) {
    this.grants = grants;
    this.budget =
        new PageBudget<>(
            pageBytes, AccessMessages::message, grant -> grant.getSerializedSize() + FRAME_BYTES);
  }

  /** As {@link AccessGrants#grant}. */
  public GrantAccessResponse grant(GrantAccessRequest request) {
    Violations violations = new Violations();
    Optional<Grantee> grantee = AccessMessages.grantee(request.getGrantee(), violations);
    calendar.access.Grant grant =
        grants.grant(
            request.getOwnerId(), grantee, AccessMessages.role(request.getRole()), violations);
    return GrantAccessResponse.newBuilder().setGrant(AccessMessages.message(grant)).build();
  }

  /** As {@link AccessGrants#revoke}. */
  public RevokeAccessResponse revoke(RevokeAccessRequest request) {
    Violations violations = new Violations();
    grants.revoke(
        request.getOwnerId(), AccessMessages.grantee(request.getGrantee(), violations), violations);
    return RevokeAccessResponse.getDefaultInstance();
  }

  /** As {@link AccessGrants#list}. */
  public ListAccessResponse list(ListAccessRequest request) {
    Violations violations = new Violations();
    PageToken token = PageToken.boundTo(request);
    Optional<Grantee> after = token.decodeGrantee(request.getPageToken(), violations);
    Page<Grant, Grantee> page =
        grants.list(request.getOwnerId(), request.getPageSize(), after, budget, violations);
    return ListAccessResponse.newBuilder()
        .addAllGrants(page.entries())
        .setNextPageToken(page.next().map(token::encode).orElse(""))
        .build();
  }
}
