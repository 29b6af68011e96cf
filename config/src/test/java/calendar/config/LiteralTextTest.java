package calendar.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords from every source are read literally. */
class LiteralTextTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$$",
        "${x}",
        "${env.HOME}",
        "{xor}x",
        "\"'`",
        "<&>",
        "\\",
        "\u00e4\u00f6\u00df",
        "#",
        "  x  ",
        "   ",
        "",
        "a\nb"
      })
  void readsPasswordsLiterally(String password) throws IOException {
    String yaml = '"' + password.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    yaml = yaml.replace("\n", "\\n");
    Path file = Files.writeString(folder.resolve("c.yaml"), "database: {password: " + yaml + "}\n");
    Path secret = Files.writeString(folder.resolve("secret"), password + "\n");

    assertThat(password(Optional.of(file), Map.of())).isEqualTo(password);
    assertThat(password(Optional.empty(), Map.of("CALENDAR_DATABASE_PASSWORD", password)))
        .isEqualTo(password);
    assertThat(
            password(
                Optional.empty(), Map.of("CALENDAR_DATABASE_PASSWORD_FILE", secret.toString())))
        .isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x \n", " x \r\n", " x "})
  void dropsLastLineEndOfSecretFile(String content) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), content);

    assertThat(
            password(
                Optional.empty(), Map.of("CALENDAR_DATABASE_PASSWORD_FILE", secret.toString())))
        .isEqualTo(" x ");
  }

  @Test
  void keepsEmptyLastLineOfSecretFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "x\n\n");

    assertThat(
            password(
                Optional.empty(), Map.of("CALENDAR_DATABASE_PASSWORD_FILE", secret.toString())))
        .isEqualTo("x\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n",
        "--- # nothing\n",
        "---\n# http:\n",
        "http:\n",
        "http:\n  # port: 80\ngrpc:\n"
      })
  void acceptsEmptyFilesAndSections(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), yaml);

    Settings settings = Settings.load(Program.API, Optional.of(file), Map.of());

    assertThat(settings.origin(Key.HTTP_PORT)).isEqualTo(Settings.Origin.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http: ~\n", "http: null\n", "http: ''\n", "~\n"})
  void rejectsScalarInsteadOfSection(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), yaml);

    assertThatThrownBy(() -> Settings.load(Program.API, Optional.of(file), Map.of()))
        .hasMessageContaining("expected a section");
  }

  private static String password(Optional<Path> file, Map<String, String> environment) {
    return Settings.load(Program.SENDER, file, environment).text(Key.DATABASE_PASSWORD);
  }
}
