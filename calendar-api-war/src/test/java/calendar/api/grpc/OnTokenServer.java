package calendar.api.grpc;

import calendar.access.memory.MemoryAccessStorage;
import calendar.api.access.GrantedAuthorization;
import calendar.api.call.Authentication;
import calendar.api.call.Authorization;
import calendar.api.identity.TestTokens;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A server whose callers need tokens. */
abstract class OnTokenServer extends OnGrpcServer {
  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  final TestTokens tokens = new TestTokens();
  private final GrantedAuthorization grants =
      new GrantedAuthorization(new MemoryAccessStorage(), Thread::new);

  @Override
  Authentication authentication() {
    tokens.fetchKeys();
    return tokens.authentication();
  }

  @Override
  Authorization authorization() {
    return grants;
  }

  @AfterEach
  void stopIssuer() {
    tokens.close();
    grants.close();
  }

  /** Calls with this token. */
  CalendarServiceBlockingStub as(String token) {
    return with(List.of("Bearer " + token));
  }

  /** Calls with these values of the header {@code authorization}. */
  CalendarServiceBlockingStub with(List<String> values) {
    Metadata headers = new Metadata();
    values.forEach(value -> headers.put(AUTHORIZATION, value));
    return calendar.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  static String reason(StatusRuntimeException refusal) {
    try {
      return detail(refusal, ErrorInfo.class).getReason();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
