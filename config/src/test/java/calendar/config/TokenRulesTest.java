package calendar.config;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.TokenRules.Problem;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {
  private final Map<Key, String> values = new EnumMap<>(Key.class);

  @BeforeEach
  void useTokens() {
    for (Key key : Key.values()) {
      values.put(key, key.defaultValue(Program.API));
    }
    values.put(Key.AUTH_MODE, "jwt");
    values.put(Key.AUTH_ISSUER, "https://login.example.com");
    values.put(Key.AUTH_AUDIENCE, "calendar");
    values.put(Key.AUTH_JWKS_URI, "https://login.example.com/keys");
  }

  @Test
  void acceptsWhatIsComplete() {
    assertThat(TokenRules.problem(values::get)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"AUTH_ISSUER", "AUTH_AUDIENCE", "AUTH_JWKS_URI"})
  void namesTheMissingKey(Key key) {
    values.put(key, "");

    assertThat(TokenRules.problem(values::get).map(Problem::line))
        .hasValue(key.path() + ": expected a text, because auth.mode is jwt, found nothing");

    values.put(Key.AUTH_MODE, "none");
    assertThat(TokenRules.problem(values::get)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/keys",
        "http://no-such-host.invalid/keys",
        "file:///etc/keys",
        "ftp://127.0.0.1/keys",
        "https:///keys",
        "https://ann:secret@login.example.com/keys",
        "https://login.example.com/keys#first",
        "/keys",
        "https://login example.com"
      })
  void refusesOtherSourcesOfKeys(String uri) {
    values.put(Key.AUTH_JWKS_URI, uri);

    assertThat(TokenRules.problem(values::get).map(Problem::line).orElse(""))
        .startsWith("auth.jwks_uri: expected a URI that begins with https://")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/keys",
        "http://[::1]/keys",
        "http://localhost/keys",
        "HTTPS://login.example.com/keys?tenant=1"
      })
  void acceptsKeysFromThisMachineAndByHttps(String uri) {
    values.put(Key.AUTH_JWKS_URI, uri);

    assertThat(TokenRules.problem(values::get)).isEmpty();
  }

  @Test
  void verifiesOnlyByHttps() {
    values.put(Key.AUTH_CA, "ca.pem");
    assertThat(TokenRules.problem(values::get)).isEmpty();

    values.put(Key.AUTH_JWKS_URI, "http://127.0.0.1:9000/keys");
    assertThat(TokenRules.problem(values::get).map(Problem::line))
        .hasValue(
            "auth.jwks_uri: expected a URI that begins with https://, because auth.ca is set, found"
                + " \"http://127.0.0.1:9000/keys\"");
  }

  @Test
  void limitsOnlyCallersWithTokens() {
    values.put(Key.RATE_LIMIT_CALLS_PER_SECOND, "50");
    assertThat(TokenRules.problem(values::get)).isEmpty();

    values.put(Key.AUTH_MODE, "none");
    assertThat(TokenRules.problem(values::get).map(Problem::line))
        .hasValue(
            "rate_limit.calls_per_second: expected 0, because calls are counted by the callers'"
                + " tokens and auth.mode is none, found 50");
  }
}
