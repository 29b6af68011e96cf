package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  private static final String PROPERTY = "calendar.distribution";
  private final String before = System.getProperty(PROPERTY);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, before);
    }
  }

  @Test
  void isWhereThePropertySays(@TempDir Path folder) {
    assertThat(folder.resolve("bin").toFile().mkdir()).isTrue();
    System.setProperty(PROPERTY, folder.toString());

    assertThat(Distribution.find().program("calendar_api"))
        .isEqualTo(folder.resolve("bin/calendar_api"));
  }
}
