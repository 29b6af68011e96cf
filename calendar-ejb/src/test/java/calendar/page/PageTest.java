package calendar.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
  private static Page<String, Integer> cut(int bytes, boolean incomplete, Integer... found) {
    PageBudget<Integer, String> budget = new PageBudget<>(bytes, "x"::repeat, String::length);
    return Page.cut(List.of(found), incomplete, budget, size -> size);
  }

  @Test
  void keepsEverythingThatFits() {
    assertThat(cut(6, false, 1, 2, 3))
        .isEqualTo(new Page<>(List.of("x", "xx", "xxx"), Optional.empty()));
  }

  @Test
  void leavesOutTheEntryOverTheBudget() {
    assertThat(cut(5, false, 1, 2, 3)).isEqualTo(new Page<>(List.of("x", "xx"), Optional.of(2)));
  }

  @Test
  void leavesOutTheLastEntryIfIncomplete() {
    assertThat(cut(6, true, 1, 2, 3)).isEqualTo(new Page<>(List.of("x", "xx"), Optional.of(2)));
  }

  @Test
  void keepsAFirstEntryOverTheBudget() {
    assertThat(cut(2, false, 3, 1)).isEqualTo(new Page<>(List.of("xxx"), Optional.of(3)));
    assertThat(cut(2, false, 3)).isEqualTo(new Page<>(List.of("xxx"), Optional.empty()));
  }

  @Test
  void hasNoEntriesIfNothingWasFound() {
    assertThat(cut(2, false)).isEqualTo(Page.empty());
  }

  @Test
  void formatsEachEntryOnce() {
    List<Integer> formatted = new ArrayList<>();
    PageBudget<Integer, Integer> budget =
        new PageBudget<>(
            9,
            entry -> {
              formatted.add(entry);
              return entry;
            },
            entry -> entry);

    Page.cut(List.of(4, 5, 6, 7), true, budget, entry -> entry);

    assertThat(formatted).containsExactly(4, 5, 6);
  }

  @Test
  void addsSizesBeyondTheIntegerRange() {
    PageBudget<Integer, Integer> budget = new PageBudget<>(10, entry -> entry, entry -> entry);

    assertThat(Page.cut(List.of(Integer.MAX_VALUE, 2, 3), false, budget, entry -> entry).entries())
        .containsExactly(Integer.MAX_VALUE);
  }
}
