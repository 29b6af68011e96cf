package calendar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(before);
  }

  @Test
  void aQuickRunIsAskedForByYesAlone() {
    assertThat(bench("--quick=1")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("QUICK: expected yes or nothing, found \"1\"\n");
  }

  @Test
  void wrongRoundsAreToldByTheirVariable() {
    assertThat(bench("--rounds=many")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("ROUNDS: expected 1 to 999, found \"many\"\n");

    err.reset();
    assertThat(bench("--rounds=0")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("ROUNDS: expected 1 to 999, found \"0\"\n");
  }

  private static int bench(String... arguments) {
    return new CommandLine(new Bench()).execute(arguments);
  }
}
