package calendar.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceTreeTest {
  @Test
  void findsFilesRelativeToTheRoot() {
    assertThat(SourceTree.find(Path.of("deploy/local/calendar.yaml")))
        .contains(Path.of("calendar.yaml").toAbsolutePath());
  }

  @Test
  void findsNothingThatIsNotThere() {
    assertThat(SourceTree.find(Path.of("deploy/local/none.yaml"))).isEmpty();
  }
}
