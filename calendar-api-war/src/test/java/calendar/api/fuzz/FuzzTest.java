package calendar.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No input makes a parser fail in another way than it promises, or costs a second. */
class FuzzTest {
  private static final String MINUTES = "calendar.fuzz.minutes";
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: (\\d+)");

  @TempDir private Path folder;

  static List<Target> targets() {
    return Target.all();
  }

  @BeforeAll
  static void open() {
    TokenTarget.fuzzerInitialize();
  }

  @AfterAll
  static void close() {
    TokenTarget.close();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void knowsChangedInputs(Target target) {
    Mutations mutations = new Mutations(target.seeds(), target.words(), 24);
    target.seeds().forEach(seed -> give(target, seed));
    long end = System.nanoTime() + SHORT.toNanos();
    while (System.nanoTime() < end) {
      give(target, mutations.next());
    }
  }

  private static void give(Target target, byte[] input) {
    assertDoesNotThrow(() -> target.input().accept(input), () -> new String(input, ISO_8859_1));
  }

  /** With {@code -Dcalendar.fuzz.minutes=10}: as many minutes for each target. */
  @ParameterizedTest
  @MethodSource("targets")
  @EnabledIfSystemProperty(named = MINUTES, matches = "\\d+")
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void jazzerFindsNothing(Target target) throws Exception {
    Duration time = Duration.ofMinutes(Integer.getInteger(MINUTES));
    Jazzer.Result result = new Jazzer(folder).run(target, time);

    assertThat(result.status()).as(result.output()).isZero();
    Matcher runs = RUNS.matcher(result.output());
    assertThat(runs.find()).as(result.output()).isTrue();
    System.out.printf("%s: %s inputs in %s%n", target, runs.group(1), time);
  }
}
