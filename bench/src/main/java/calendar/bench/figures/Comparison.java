package calendar.bench.figures;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What two things gave in turns: each round of the one has a round of the other right beside it.
 *
 * @param ours one value for each round
 * @param theirs what it is compared with, as many
 */
public record Comparison(List<Double> ours, List<Double> theirs) {

  public Comparison {
    if (ours.size() != theirs.size()) {
      throw new IllegalArgumentException(
          "%d rounds of the one, %d of the other".formatted(ours.size(), theirs.size()));
    }
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /** Of each round's ours to the same round's theirs. */
  public Spread ratio() {
    return Spread.of(
        IntStream.range(0, ours.size())
            .mapToObj(round -> ours.get(round) / theirs.get(round))
            .toList());
  }
}
