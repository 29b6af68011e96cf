package calendar.client.importing;

import calendar.client.importing.decision.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders components so that owners take turns. Each owner's components keep the order of the file.
 * The calendar runs updates of one owner one after the other, and updates of different owners in
 * parallel, so this order uses more parallelism.
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
