package calendar.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.Caller;
import calendar.error.AccessDeniedException;
import calendar.error.CalendarException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/** Decisions by the grants of a storage that the test watches, with a clock that the test moves. */
abstract class OnGrants {
  static final Identity BOB = new Identity("bob", Set.of("board"), false);
  static final Identity ADMIN = new Identity("root", Set.of(), true);

  final WatchedStorage storage = new WatchedStorage();
  private final AtomicLong nanos = new AtomicLong();
  final GrantedAuthorization authorization =
      new GrantedAuthorization(storage, Thread::new, nanos::get);

  @AfterEach
  final void stop() {
    storage.mayAnswer.countDown();
    authorization.close();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  void grant(String owner, Grantee grantee, Role role) {
    storage.grant(new Grant(owner, grantee, role, Instant.EPOCH), 100_000);
  }

  static Call call(
      CompletableFuture<Optional<Identity>> identity, CalendarMethod method, String... owners) {
    return new Call(
        method, new Caller(new InetSocketAddress("10.0.0.1", 5555), identity), List.of(owners));
  }

  CompletableFuture<Void> check(Identity caller, CalendarMethod method, String... owners) {
    return authorization.check(
        call(CompletableFuture.completedFuture(Optional.of(caller)), method, owners));
  }

  static void permitted(CompletableFuture<Void> decision) {
    decision.orTimeout(10, TimeUnit.SECONDS).join();
  }

  static <T extends CalendarException> T refused(Class<T> type, CompletableFuture<Void> decision) {
    List<Throwable> refusal = new ArrayList<>();
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> permitted(decision))
        .satisfies(failure -> refusal.add(failure.getCause()));
    assertThat(refusal.get(0)).isInstanceOf(type);
    return type.cast(refusal.get(0));
  }

  void denied(String owner, CompletableFuture<Void> decision) {
    assertThat(refused(AccessDeniedException.class, decision).ownerId()).isEqualTo(owner);
  }
}
