package calendar.launcher.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class LibertyTextTest {
  static Stream<String> oddTexts() {
    return Stream.of(
        "$",
        "$$",
        "${x}",
        "${env.HOME}",
        "{xor}x",
        "{aes}x",
        "\"'`",
        "<&>",
        "\\",
        "\\${x}",
        "\u00e4\u00f6\u00df",
        "#",
        "  x  ",
        "%41",
        "a+b",
        "a/b?c=d&e;f:g@h",
        "x\n",
        "plain");
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void theDriverDecodesNameAndUser(String text) {
    String url =
        "jdbc:postgresql://localhost:5432/%s?user=%s"
            .formatted(literal(Key.DATABASE_NAME, text), literal(Key.DATABASE_USER, text));

    assertThat(url).doesNotContain("${");
    assertThat(Driver.parseURL(url, null))
        .containsEntry("PGDBNAME", text)
        .containsEntry("user", text);
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void libertyDecodesPasswords(String text) {
    assertThat(decoded(literal(Key.RABBITMQ_PASSWORD, text))).isEqualTo(text);
    assertThat(decodedWhileEncoded(literal(Key.DATABASE_PASSWORD, text), 2)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void whatTheBrokerGetsIsPlainOrEncoded(String text) {
    String user = literal(Key.RABBITMQ_USER, text);

    assertThat(user).matches("[a-z/]+|\\{xor}[A-Za-z0-9+/=]*");
    assertThat(user.startsWith("{xor}") ? decoded(user) : user).isEqualTo(text);
  }

  @Test
  void anEmptyPasswordIsNotNothing() {
    assertThat(literal(Key.RABBITMQ_PASSWORD, "")).isEqualTo("{xor}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env.HOME}", "a b", "a/b", "a?b", "a#b"})
  void aHostThatIsNoneIsRefused(String host) {
    assertThatThrownBy(() -> literal(Key.DATABASE_HOST, host))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "here: database.host: expected a host name or an address, found \"" + host + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "db-1.example.org", "10.0.0.1", "::1", "[::1]", "a,b"})
  void hostsStayAsTheyAre(String host) {
    assertThat(literal(Key.DATABASE_HOST, host)).isEqualTo(host);
  }

  @Test
  void aLogFileThatLibertyWouldRenameIsRefused() {
    assertThatThrownBy(() -> literal(Key.LOG_FILE, "logs/${env.HOME}.log"))
        .hasMessageContaining("here: log_file: expected a path without \"${\"");
  }

  private static String literal(Key key, String text) {
    return LibertyText.literal(key, text, "here");
  }

  private static String decodedWhileEncoded(String text, int times) {
    return times > 0 && text.startsWith("{xor}")
        ? decodedWhileEncoded(decoded(text), times - 1)
        : text;
  }

  private static String decoded(String text) {
    assertThat(text).startsWith("{xor}");
    byte[] bytes = Base64.getDecoder().decode(text.substring("{xor}".length()));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 0x5f;
    }
    return new String(bytes, UTF_8);
  }
}
