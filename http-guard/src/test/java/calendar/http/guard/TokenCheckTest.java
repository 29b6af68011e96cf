package calendar.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {
  @TempDir private Path folder;

  private Path file;
  private TokenCheck check;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("token"), "open-sesame\n");
    check = new TokenCheck(new TokenFile(file));
  }

  @Test
  void acceptsToken() {
    assertThat(accepts("Bearer open-sesame")).isTrue();
    assertThat(accepts("bearer open-sesame")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer open",
        "Bearer open-sesame2",
        "Basic open-sesame",
        "open-sesame",
        "Bearer open-sesame open-sesame"
      })
  void refusesEverythingElse(String header) {
    assertThat(accepts(header)).isFalse();
  }

  @Test
  void refusesRequestWithoutToken() {
    assertThat(check.refusal(Request.of("GET").get()))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(401);
              assertThat(refusal.words()).contains("metrics.token_file").doesNotContain("sesame");
            });
  }

  @Test
  void usesNewTokenAtOnce() throws IOException {
    assertThat(accepts("Bearer open-sesame")).isTrue();

    Files.writeString(file, "new");

    assertThat(accepts("Bearer new")).isTrue();
    assertThat(accepts("Bearer open-sesame")).isFalse();
  }

  @Test
  void keepsTokenWhileFileIsMissingOrEmpty() throws IOException {
    assertThat(accepts("Bearer open-sesame")).isTrue();

    Files.delete(file);
    assertThat(accepts("Bearer open-sesame")).isTrue();
    Files.writeString(file, " \n");
    assertThat(accepts("Bearer open-sesame")).isTrue();
    assertThat(accepts("Bearer ")).isFalse();
  }

  @Test
  void refusesAllWhileThereWasNoToken() throws IOException {
    Files.writeString(file, "");

    assertThat(accepts("Bearer ")).isFalse();
    assertThat(accepts("Bearer x")).isFalse();
  }

  private boolean accepts(String header) {
    return check.refusal(Request.of("GET").header("Authorization", header).get()).isEmpty();
  }
}
