package calendar.api.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.api.identity.TestIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
  private final RSAKey rsa = new TestIssuer(Clock.systemUTC(), "k1").rsaKey();

  private static IssuerKeys parse(JWK... keys) throws IOException {
    return IssuerKeys.parse(TestIssuer.jwks(List.of(keys)));
  }

  @Test
  void leavesOutKeysForOtherUses() throws Exception {
    RSAKey encryption = new RSAKey.Builder(rsa).keyUse(KeyUse.ENCRYPTION).build();
    RSAKey otherAlgorithm = new RSAKey.Builder(rsa).algorithm(JWSAlgorithm.RS512).build();
    OctetSequenceKey secret = new OctetSequenceKey.Builder(new byte[32]).keyID("k1-rsa").build();

    assertThat(parse(rsa, encryption, otherAlgorithm, secret).count()).isEqualTo(1);
    assertThatThrownBy(() -> parse(encryption)).hasMessageContaining("found none");
    assertThatThrownBy(() -> parse(secret)).hasMessageContaining("found none");
  }

  @Test
  void leavesOutShortKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1_024);
    RSAKey shortKey =
        new RSAKey.Builder((RSAPublicKey) generator.generateKeyPair().getPublic()).build();

    assertThatThrownBy(() -> parse(shortKey)).hasMessageContaining("found none");
  }

  @Test
  void takesNoKeyIfSeveralCouldBeMeant() throws Exception {
    RSAKey other = new TestIssuer(Clock.systemUTC(), "k2").rsaKey();
    IssuerKeys keys = parse(rsa, other);

    assertThat(keys.find(SignatureAlgorithm.RS256, Optional.empty())).isEmpty();
    assertThat(keys.find(SignatureAlgorithm.RS256, Optional.of("k2-rsa"))).isPresent();
    assertThat(keys.find(SignatureAlgorithm.RS256, Optional.of("K2-RSA"))).isEmpty();
  }

  @Test
  void noticesOtherKeys() throws Exception {
    IssuerKeys keys = parse(rsa);

    assertThat(keys.hasSameKeysAs(parse(rsa))).isTrue();
    assertThat(keys.hasSameKeysAs(parse(new TestIssuer(Clock.systemUTC(), "k1").rsaKey())))
        .isFalse();
  }
}
