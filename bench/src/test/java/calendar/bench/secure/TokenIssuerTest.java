package calendar.bench.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.config.Key;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {
  @Test
  void keepsAKeyUntilItsTokensEnd() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer()) {
      SignedJWT old = token(issuer);
      assertThat(isSignedWithAPublishedKey(issuer, old)).isTrue();

      issuer.publishNewKey();
      assertThat(published(issuer).size()).isEqualTo(2);
      assertThat(token(issuer).getHeader().getKeyID()).isEqualTo(old.getHeader().getKeyID());

      issuer.signWithNewestKey();
      assertThat(issuer.withdrawEndedKeys()).isFalse();
      assertThat(isSignedWithAPublishedKey(issuer, old)).isTrue();
      SignedJWT fresh = token(issuer);
      assertThat(isSignedWithAPublishedKey(issuer, fresh)).isTrue();

      await().until(issuer::withdrawEndedKeys);
      assertThat(published(issuer).getKeyByKeyId(old.getHeader().getKeyID())).isNull();
      assertThat(isSignedWithAPublishedKey(issuer, fresh)).isTrue();
    }
  }

  private static SignedJWT token(TokenIssuer issuer) throws Exception {
    return SignedJWT.parse(issuer.token("ann", List.of("staff"), Duration.ofSeconds(1)));
  }

  private static boolean isSignedWithAPublishedKey(TokenIssuer issuer, SignedJWT token)
      throws Exception {
    JWK key = published(issuer).getKeyByKeyId(token.getHeader().getKeyID());
    return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
  }

  private static JWKSet published(TokenIssuer issuer) throws Exception {
    String uri = issuer.environment().get(Key.AUTH_JWKS_URI.environmentVariable());
    return JWKSet.load(URI.create(uri).toURL());
  }
}
