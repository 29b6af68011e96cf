package calendar.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "localhost:9999, localhost, 9999",
    "calendar_api, calendar_api, 8888",
    "[::1]:7, ::1, 7",
    "::1, ::1, 8888",
    "10.0.0.1:1, 10.0.0.1, 1"
  })
  void readsHostAndPort(String text, String host, int port) {
    assertThat(Address.parse(text)).isEqualTo(new Address(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":8888", "localhost:0", "localhost:65536", "a:b"})
  void rejectsInvalidTexts(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
  }

  @Test
  void formatsAsItParses() {
    assertThat(Address.parse("[::1]:7")).hasToString("[::1]:7");
  }
}
