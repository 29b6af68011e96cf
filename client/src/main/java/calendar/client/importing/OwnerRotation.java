package calendar.client.importing;

import calendar.client.importing.decision.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order in which the owners take turns, and each owner's components keep the order of the file.
 * The calendar makes the updates of one owner follow each other; those of different owners need not
 * wait.
 */
final class OwnerRotation {
  private OwnerRotation() {}

  static List<Candidate> byOwner(List<Candidate> candidates) {
    Map<String, List<Candidate>> owners = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      owners.computeIfAbsent(candidate.owner(), owner -> new ArrayList<>()).add(candidate);
    }
    List<Candidate> rotated = new ArrayList<>(candidates.size());
    for (int turn = 0; rotated.size() < candidates.size(); turn++) {
      for (List<Candidate> ofOwner : owners.values()) {
        if (turn < ofOwner.size()) {
          rotated.add(ofOwner.get(turn));
        }
      }
    }
    return rotated;
  }
}
