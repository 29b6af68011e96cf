package calendar.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir Path folder;

  @Test
  void theShellReadsBackWhatWasWritten() throws Exception {
    String odd = "it's $HOME `id` \"x\" \\ * ; a  b";

    Process shell =
        new ProcessBuilder("sh", "-c", Shell.exports(Map.of("ODD", odd)) + "\nprintenv ODD")
            .directory(folder.toFile())
            .start();

    assertThat(shell.inputReader().readLine()).isEqualTo(odd);
    assertThat(shell.waitFor()).isZero();
  }
}
