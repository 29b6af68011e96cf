package calendar.client.importing.decision;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.importing.report.ComponentResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Selects the components of a file to import: the latest version of each component of each owner.
 * Not thread-safe.
 */
public final class ImportPlan {
  /** Identifies a component across owners. */
  private record OwnedKey(String owner, ComponentKey key) {}

  private record OwnedUid(String owner, String uid) {
    static OwnedUid of(Candidate candidate) {
      return new OwnedUid(candidate.owner(), candidate.identity().uid());
    }
  }

  private final OwnerSource owners;
  private final Map<OwnedKey, Candidate> latest = new LinkedHashMap<>();
  private final List<Candidate> all = new ArrayList<>();
  private final List<ComponentResult> settled = new ArrayList<>();

  private ImportPlan(OwnerSource owners) {
    this.owners = owners;
  }

  public static ImportPlan of(IcsFile file, OwnerSource owners) {
    ImportPlan plan = new ImportPlan(owners);
    file.components().forEach(plan::add);
    plan.settleOlderVersions();
    return plan;
  }

  /** Results that are known without calls to the calendar. */
  public List<ComponentResult> settled() {
    return settled;
  }

  /** The components to import, in the order of the file. */
  public List<Candidate> candidates() {
    List<Candidate> counting =
        all.stream().filter(candidate -> latest.get(ownedKey(candidate)) == candidate).toList();
    Map<OwnedUid, Set<ComponentKey>> confirmed = new HashMap<>();
    counting.stream()
        .filter(candidate -> !candidate.isCancellation())
        .forEach(
            candidate ->
                confirmed
                    .computeIfAbsent(OwnedUid.of(candidate), uid -> new HashSet<>(1))
                    .add(candidate.key()));
    return counting.stream()
        .map(
            candidate ->
                candidate.isCancellation()
                    ? candidate.confirming(confirmed.getOrDefault(OwnedUid.of(candidate), Set.of()))
                    : candidate)
        .toList();
  }

  private void add(IcsComponent component) {
    if (component instanceof SkippedComponent skipped) {
      settled.add(ComponentResult.skipped(skipped));
    } else if (component instanceof IcsEvent event) {
      add(event, event.identity(), event.owner());
    } else if (component instanceof IcsCancellation cancellation) {
      add(cancellation, cancellation.identity(), cancellation.owner());
    }
  }

  private void add(IcsComponent component, ComponentIdentity identity, Optional<String> named) {
    Optional<String> owner = owners.ownerOf(named);
    if (owner.isEmpty()) {
      settled.add(ComponentResult.skipped(component, "has no owner"));
      return;
    }
    Candidate candidate = candidate(component, identity, owner.get());
    all.add(candidate);
    latest.merge(
        ownedKey(candidate), candidate, (first, next) -> next.replaces(first) ? next : first);
  }

  private static Candidate candidate(
      IcsComponent component, ComponentIdentity identity, String owner) {
    if (identity.uid().isEmpty()) {
      IcsEvent event = (IcsEvent) component;
      return new Candidate(component, owner, StoredIdentity.ofContent(event), List.of());
    }
    if (StoredIdentity.isTooLong(identity)) {
      return new Candidate(
          component,
          owner,
          StoredIdentity.shortened(identity),
          List.of("UID is longer than 255 characters: stored as its SHA-256"));
    }
    return new Candidate(component, owner, identity, List.of());
  }

  private void settleOlderVersions() {
    for (Candidate candidate : all) {
      Candidate kept = latest.get(ownedKey(candidate));
      if (kept != candidate) {
        settled.add(ComponentResult.skipped(candidate.component(), reason(candidate, kept)));
      }
    }
  }

  private static String reason(Candidate candidate, Candidate kept) {
    int line = kept.component().line();
    if (kept.identity().isLaterThan(candidate.identity()) || kept.isCancellation()) {
      return "older version of the event on line " + line;
    }
    return isSame(candidate, kept)
        ? "repeats the event on line " + line
        : "same UID, different event: only the event on line %d is imported".formatted(line);
  }

  private static boolean isSame(Candidate one, Candidate other) {
    return one.event().period().isSameTime(other.event().period())
        && one.event().title().equals(other.event().title());
  }

  private static OwnedKey ownedKey(Candidate candidate) {
    return new OwnedKey(candidate.owner(), candidate.key());
  }
}
