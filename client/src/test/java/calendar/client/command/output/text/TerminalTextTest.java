package calendar.client.command.output.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  @Test
  void escapesTitles() {
    assertThat(TerminalText.oneLine("\u001b[2J a\n\tb \u202e c \u0085 \u0007"))
        .isEqualTo("\\u001b[2J a b \\u202e c \\u0085 \\u0007");
  }

  @Test
  void cutsAndPadsByCharacters() {
    assertThat(TerminalText.cut("😀😀😀", 3)).isEqualTo("😀😀😀");
    assertThat(TerminalText.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(TerminalText.pad("😀", 3)).isEqualTo("😀  ");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0s", "PT15M, 15m", "PT25H, 1d 1h", "PT1M30S, 1m 30s"})
  void writesDurations(Duration duration, String text) {
    assertThat(TerminalText.duration(duration)).isEqualTo(text);
  }
}
