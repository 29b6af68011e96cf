package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.access.memory.MemoryAccessStorage;
import calendar.api.access.GrantedAuthorization;
import calendar.api.call.Authentication;
import calendar.api.call.Authorization;
import calendar.api.identity.TestIssuer;
import calendar.api.identity.TestTokens;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens of a server that others wrote. */
class MockIssuerTest extends OnGrpcServer {
  private static final String ISSUER = "staff";

  private final ExecutorService keyThreads = Executors.newCachedThreadPool();

  /** On Netty: the default server needs JUnit 4. */
  private final MockOAuth2Server issuer =
      new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\":\"NettyWrapper\"}"));

  private final GrantedAuthorization grants =
      new GrantedAuthorization(new MemoryAccessStorage(), Thread::new);

  @Override
  Authentication authentication() {
    issuer.start();
    return TestTokens.of(
        issuer.issuerUrl(ISSUER).toString(),
        issuer.jwksUrl(ISSUER).uri(),
        keyThreads,
        Clock.systemUTC());
  }

  @Override
  Authorization authorization() {
    return grants;
  }

  @AfterEach
  void stopIssuer() {
    issuer.shutdown();
    keyThreads.shutdownNow();
    grants.close();
  }

  private Status.Code get(String issuerName, String subject, String audience, long seconds) {
    String token =
        issuer
            .issueToken(
                issuerName,
                subject,
                audience,
                Map.of("groups", List.of("g"), "scope", "x"),
                seconds)
            .serialize();
    Metadata headers = new Metadata();
    headers.put(OnTokenServer.AUTHORIZATION, "Bearer " + token);
    return refused(
            () ->
                calendar
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .getEvent(someEvent()))
        .getStatus()
        .getCode();
  }

  @Test
  void knowsItsSubjects() {
    assertThat(get(ISSUER, "ann", TestIssuer.AUDIENCE, 60)).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(get(ISSUER, "bob", TestIssuer.AUDIENCE, 60))
        .isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void refusesItsTokensForOthers() {
    assertThat(get(ISSUER, "ann", "mail", 60)).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(get("customers", "ann", TestIssuer.AUDIENCE, 60))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(get(ISSUER, "ann", TestIssuer.AUDIENCE, -120))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }
}
