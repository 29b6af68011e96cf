package calendar.reminder.amqp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {
  /** Liberty's "securityUtility encode" prints the left side for the right side. */
  @ParameterizedTest
  @CsvSource({"{xor}LDo8LTor, secret", "{xor}JCcwLSIn, {xor}x", "{xor}eyQnIg==, ${x}"})
  void decodesLibertyForm(String encoded, String text) {
    assertThat(EncodedText.decode(encoded)).isEqualTo(text);
  }

  @Test
  void decodesEmptyText() {
    assertThat(EncodedText.decode("{xor}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest", "", "{}", "{aes}AAAA", " {xor}LDo8LTor"})
  void keepsOtherTexts(String text) {
    assertThat(EncodedText.decode(text)).isEqualTo(text);
  }
}
