package calendar.client.importing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.importing.decision.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnerRotationTest {
  @Test
  void alternatesOwners() {
    List<Candidate> candidates =
        Stream.of("anna 1", "anna 2", "anna 3", "ben 4", "carl 5", "ben 6")
            .map(OwnerRotationTest::candidate)
            .toList();

    assertThat(OwnerRotation.byOwner(candidates))
        .extracting(candidate -> candidate.owner() + " " + candidate.component().line())
        .containsExactly("anna 1", "ben 4", "carl 5", "anna 2", "ben 6", "anna 3");
    assertThat(OwnerRotation.byOwner(List.of())).isEmpty();
  }

  private static Candidate candidate(String ownerAndLine) {
    String[] words = ownerAndLine.split(" ");
    ComponentIdentity identity = new ComponentIdentity(words[1], "", 0, Optional.empty());
    return new Candidate(
        new IcsCancellation(identity, Integer.parseInt(words[1]), Optional.empty()),
        words[0],
        identity,
        List.of());
  }
}
