package calendar.bdd.system;

import io.grpc.CallOptions;
import io.grpc.stub.AbstractStub;

/**
 * Who makes a call, if not the owner of the calendar that it is about.
 *
 * @param signedIn whether the caller says who it is
 */
public record Caller(String subject, boolean signedIn) {
  static final CallOptions.Key<Caller> OPTION = CallOptions.Key.create("caller");

  /** A caller without a token. */
  public static final Caller UNKNOWN = new Caller("", false);

  /** A caller with a token. */
  public static Caller named(String subject) {
    return new Caller(subject, true);
  }

  /** Calls by this caller. */
  public <S extends AbstractStub<S>> S calls(S stub) {
    return stub.withOption(OPTION, this);
  }
}
