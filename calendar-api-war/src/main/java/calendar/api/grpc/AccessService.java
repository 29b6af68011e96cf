package calendar.api.grpc;

import calendar.access.AccessGrants;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.CallPipeline;
import calendar.api.call.Target;
import calendar.api.message.AccessCalls;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes the calls about grants to the call pipeline. All of them block. */
final class AccessService {
  private final AccessCalls access;
  private final CallPipeline pipeline;

  AccessService(AccessGrants grants, CallPipeline pipeline) {
    this.access = new AccessCalls(grants, GrpcServer.LARGEST_PAGE_BYTES);
    this.pipeline = pipeline;
  }

  void grant(GrantAccessRequest request, StreamObserver<GrantAccessResponse> observer) {
    Target target =
        new Target(named(request.getGrantee()), Map.of("role", request.getRole().name()));
    run(
        CalendarMethod.GRANT_ACCESS,
        request.getOwnerId(),
        target,
        () -> access.grant(request),
        observer);
  }

  void revoke(RevokeAccessRequest request, StreamObserver<RevokeAccessResponse> observer) {
    run(
        CalendarMethod.REVOKE_ACCESS,
        request.getOwnerId(),
        Target.of(named(request.getGrantee())),
        () -> access.revoke(request),
        observer);
  }

  void list(ListAccessRequest request, StreamObserver<ListAccessResponse> observer) {
    run(
        CalendarMethod.LIST_ACCESS,
        request.getOwnerId(),
        Target.NONE,
        () -> access.list(request),
        observer);
  }

  /** How the audit names a grantee. */
  private static String named(Grantee grantee) {
    return switch (grantee.getGranteeCase()) {
      case SUBJECT -> "subject:" + grantee.getSubject();
      case GROUP -> "group:" + grantee.getGroup();
      case EVERYONE -> "everyone";
      case GRANTEE_NOT_SET -> "";
    };
  }

  private <T> void run(
      CalendarMethod method,
      String ownerId,
      Target target,
      Supplier<T> work,
      StreamObserver<T> observer) {
    pipeline.runBlocking(
        new Call(method, CallEntrance.caller(), ownerId, target),
        new GrpcReply<>(observer, Function.identity()),
        work);
  }
}
