package calendar.api.identity;

import calendar.access.Identity;
import calendar.api.call.Authentication;
import calendar.api.call.Caller;
import calendar.api.identity.token.TokenVerifier;
import calendar.error.UnauthenticatedException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Knows callers by their tokens, and limits their calls. Safe for use by several threads. */
final class TokenAuthentication implements Authentication {
  private final TokenVerifier verifier;
  private final CallLimits limits;

  TokenAuthentication(TokenVerifier verifier, CallLimits limits) {
    this.verifier = verifier;
    this.limits = limits;
  }

  @Override
  public Caller identify(SocketAddress peer, Supplier<List<String>> credentials) {
    CompletableFuture<Optional<Identity>> identity = verified(peer, credentials);
    return new Caller(
        peer,
        identity.isDone()
            ? identity
            : identity.whenComplete((known, failure) -> countRefusal(peer, failure)));
  }

  @Override
  public Caller count(Caller caller) {
    CompletableFuture<Optional<Identity>> identity = caller.identity();
    if (identity.isDone() && !identity.isCompletedExceptionally()) {
      counted(identity.join());
      return caller;
    }
    return new Caller(caller.peer(), identity.thenApply(this::counted));
  }

  private CompletableFuture<Optional<Identity>> verified(
      SocketAddress peer, Supplier<List<String>> credentials) {
    try {
      return verifier.verify(
          BearerToken.of(credentials.get()), () -> limits.requireFewRefusals(peer));
    } catch (UnauthenticatedException refusal) {
      limits.countRefusal(peer);
      throw refusal;
    }
  }

  /** The same for a token that had to wait for its key. The refusal itself stays the answer. */
  private void countRefusal(SocketAddress peer, Throwable failure) {
    if (failure instanceof UnauthenticatedException
        || failure instanceof CompletionException
            && failure.getCause() instanceof UnauthenticatedException) {
      limits.countRefusal(peer);
    }
  }

  private Optional<Identity> counted(Optional<Identity> identity) {
    identity.ifPresent(known -> limits.count(known.subject()));
    return identity;
  }
}
