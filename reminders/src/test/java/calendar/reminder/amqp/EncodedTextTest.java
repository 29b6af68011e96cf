package calendar.reminder.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {
  /** The left sides are what Liberty's "securityUtility encode" prints for the right ones. */
  @ParameterizedTest
  @CsvSource({"{xor}LDo8LTor, secret", "{xor}JCcwLSIn, {xor}x", "{xor}eyQnIg==, ${x}"})
  void decodesLibertysForm(String encoded, String text) {
    assertThat(EncodedText.decode(encoded)).isEqualTo(text);
  }

  @Test
  void decodesAnEmptyText() {
    assertThat(EncodedText.decode("{xor}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest", "", "{}", "{aes}AAAA", " {xor}LDo8LTor"})
  void leavesOtherTextsAlone(String text) {
    assertThat(EncodedText.decode(text)).isEqualTo(text);
  }
}
