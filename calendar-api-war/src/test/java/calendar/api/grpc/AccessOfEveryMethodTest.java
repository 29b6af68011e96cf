package calendar.api.grpc;

import static calendar.access.Role.FREE_BUSY_READER;
import static calendar.access.Role.READER;
import static calendar.access.Role.WRITER;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.access.GrantedAuthorization;
import calendar.api.call.Authorization;
import calendar.api.call.Call;
import calendar.api.call.Caller;
import calendar.error.UnauthenticatedException;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListSeriesRequest;
import calendar.v1.Series;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of the service, for every kind of caller: what it answers, what it changes, and that
 * a refused call asks the storage for nothing but grants. A new method fails here until it has a
 * line in {@link AccessTable#NEEDED} and a request in {@link AccessRequests}.
 */
class AccessOfEveryMethodTest extends OnGrpcServer {
  /** The calls that the storages of events, series and grants get from the server. */
  private final List<String> storageCalls = new CopyOnWriteArrayList<>();

  private volatile CompletableFuture<Optional<Identity>> identity;
  private GrantedAuthorization authorization;
  private AccessRequests requests;

  @Override
  Authorization authorization() {
    authorization = new GrantedAuthorization(grants, Thread::new);
    return call ->
        authorization.check(
            new Call(call.method(), new Caller(call.caller().peer(), identity), call.ownerIds()));
  }

  @Override
  <T> T watched(Class<T> type, T storage) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              storageCalls.add(type.getSimpleName() + "." + method.getName());
              try {
                return method.invoke(storage, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  @BeforeEach
  void bookAndGrant() {
    grant(Grantee.subject("fred"), FREE_BUSY_READER);
    grant(Grantee.subject("rita"), READER);
    grant(Grantee.subject("wim"), WRITER);
    grant(Grantee.group("readers"), READER);
    grant(Grantee.group("writers"), WRITER);
    call(AccessTable.person("ann"));
    requests =
        new AccessRequests(
            create(event("ann", 2_000_000_000, 2_000_003_600)),
            calendar
                .createSeries(
                    OnSeriesServer.request(OnSeriesServer.tea("RRULE:FREQ=DAILY;COUNT=3")))
                .getSeries());
  }

  @AfterEach
  void closeAuthorization() {
    authorization.close();
  }

  private void grant(Grantee grantee, Role role) {
    grants.grant(new Grant("ann", grantee, role, Instant.EPOCH), 100);
  }

  private void call(Identity caller) {
    identity = CompletableFuture.completedFuture(Optional.of(caller));
  }

  static Stream<MethodDescriptor<?, ?>> methods() {
    return CalendarServiceGrpc.getServiceDescriptor().getMethods().stream();
  }

  static Stream<Arguments> methodsAndCallers() {
    return methods()
        .flatMap(
            method ->
                AccessTable.CALLERS.stream()
                    .map(who -> Arguments.of(method.getBareMethodName(), who, method)));
  }

  @SuppressWarnings("unchecked")
  private Message send(MethodDescriptor<?, ?> method, Message request) {
    return ClientCalls.blockingUnaryCall(
        channel, (MethodDescriptor<Message, Message>) method, CallOptions.DEFAULT, request);
  }

  private Message send(MethodDescriptor<?, ?> method) {
    return send(method, requests.of(method.getBareMethodName()));
  }

  /** All that Ann has. */
  private List<Object> stored() {
    CompletableFuture<Optional<Identity>> before = identity;
    call(AccessTable.person("ann"));
    ListEventsRequest all =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(OnSeriesServer.time("2000-01-01T00:00:00Z"))
            .setEndTime(OnSeriesServer.time("2100-01-01T00:00:00Z"))
            .setPageSize(1_000)
            .build();
    List<Series> series =
        calendar
            .listSeries(ListSeriesRequest.newBuilder().setOwnerId("ann").build())
            .getSeriesList();
    List<Object> stored =
        List.of(
            calendar.listEvents(all).getEventsList(),
            series,
            grants.list("ann", Optional.empty(), 100));
    identity = before;
    return stored;
  }

  @Test
  void everyMethodNeedsARole() {
    assertThat(methods().map(MethodDescriptor::getBareMethodName))
        .containsExactlyInAnyOrderElementsOf(AccessTable.NEEDED.keySet());
  }

  @ParameterizedTest(name = "{0}, by {1}")
  @MethodSource("methodsAndCallers")
  void onlyRolesPermitCalls(String name, AccessTable.Who who, MethodDescriptor<?, ?> method)
      throws Exception {
    List<Object> before = stored();
    call(who.identity());
    storageCalls.clear();

    if (who.role().map(role -> role.includes(AccessTable.NEEDED.get(name))).orElse(false)) {
      assertThat(send(method)).isNotNull();

      assertThat(storageCalls).as("the storage counts calls").isNotEmpty();
      assertThat(stored().equals(before))
          .as("nothing changed")
          .isEqualTo(!AccessTable.CHANGES.contains(name));
    } else {
      StatusRuntimeException refusal = refused(() -> send(method));

      assertDenied(refusal);
      assertThat(storageCalls).isEmpty();
      assertThat(stored()).isEqualTo(before);
    }
  }

  private static void assertDenied(StatusRuntimeException refusal) throws Exception {
    ErrorInfo info = detail(refusal, ErrorInfo.class);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(info.getReason()).isEqualTo("ACCESS_DENIED");
    assertThat(info.getMetadataMap()).containsExactly(entry("owner_id", "ann"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void nobodyIsRefused(MethodDescriptor<?, ?> method) throws Exception {
    List<Object> before = stored();
    storageCalls.clear();

    for (CompletableFuture<Optional<Identity>> unknown :
        List.of(
            CompletableFuture.completedFuture(Optional.<Identity>empty()),
            CompletableFuture.<Optional<Identity>>failedFuture(
                new UnauthenticatedException("the token has expired")))) {
      identity = unknown;
      StatusRuntimeException refusal = refused(() -> send(method));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
      assertThat(detail(refusal, ErrorInfo.class).getReason()).isEqualTo("UNAUTHENTICATED");
    }
    assertThat(storageCalls).isEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  /** What exists and what does not look the same. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void refusalSaysNothingOfWhatExists(MethodDescriptor<?, ?> method) throws Exception {
    call(AccessTable.person("eve"));
    String name = method.getBareMethodName();
    StatusRuntimeException existing = refused(() -> send(method));

    for (Message other :
        List.of(
            requests.withUnknownIds().of(name),
            requests.withBadIds().of(name),
            requests.of(name, "nobody"))) {
      StatusRuntimeException missing = refused(() -> send(method, other));

      assertThat(missing.getStatus().getCode()).isEqualTo(existing.getStatus().getCode());
      assertThat(missing.getStatus().getDescription().replace("nobody", "ann"))
          .isEqualTo(existing.getStatus().getDescription());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void impossibleOwnerIsInvalid(MethodDescriptor<?, ?> method) {
    call(AccessTable.person("eve"));
    storageCalls.clear();

    for (String owner : List.of("", "o".repeat(129), "a\0b")) {
      StatusRuntimeException refusal =
          refused(() -> send(method, requests.of(method.getBareMethodName(), owner)));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
    assertThat(storageCalls).isEmpty();
  }
}
