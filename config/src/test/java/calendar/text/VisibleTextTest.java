package calendar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0000, 0x0007, 0x000a, 0x000d, 0x001b, 0x007f, 0x0080, 0x0085, 0x009b, 0x009f, 0x061c,
        0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0x206f, 0xfeff, 0xfff9,
        0xd83d, 0xdf89
      })
  void escapesControlAndInvisibleCharacters(int character) {
    String escape = "\\u%04x".formatted(character);

    assertThat(VisibleText.oneLine("a" + (char) character + "b")).isEqualTo("a" + escape + "b");
    assertThat(VisibleText.oneLine("" + (char) character)).isEqualTo(escape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Tea at \"4\" \\ ü",
        "🎉",
        "👨\u200d👩\u200d👧",
        "می\u200cخواهم",
        "שלום",
        "\u00a0"
      })
  void keepsOrdinaryText(String text) {
    assertThat(VisibleText.oneLine(text)).isSameAs(text);
    assertThat(VisibleText.inJson(text)).isSameAs(text);
  }

  @Test
  void keepsLineEndsOfJson() {
    assertThat(VisibleText.inJson("{\n\t\"a\": \"\u0085\u202e\"\r\n}"))
        .isEqualTo("{\n\t\"a\": \"\\u0085\\u202e\"\r\n}");
  }
}
