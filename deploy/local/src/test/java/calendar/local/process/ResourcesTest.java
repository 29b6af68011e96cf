package calendar.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final Resources resources = new Resources();
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesTheNewestFirstAndOnce() {
    resources.add(() -> closed.add("database"));
    resources.add(() -> closed.add("service"));

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("service", "database");
  }

  @Test
  void closesWhatComesTooLate() {
    resources.close();

    assertThatThrownBy(() -> resources.add(() -> closed.add("late")))
        .isInstanceOf(LocalException.class);
    assertThat(closed).containsExactly("late");
  }

  @Test
  void closesTheRestWhenOneFails() {
    resources.add(() -> closed.add("database"));
    resources.add(
        () -> {
          throw new LocalException("stuck");
        });

    assertThatThrownBy(resources::close).hasMessage("stuck");
    assertThat(closed).containsExactly("database");
  }
}
