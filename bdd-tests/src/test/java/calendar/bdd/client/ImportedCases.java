package calendar.bdd.client;

import calendar.bdd.api.Api;
import calendar.bdd.system.ClientRun;
import calendar.v1.Event;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Date;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Imports the client's test files, written by other programs, into the running system. Each file
 * has its own owner.
 */
final class ImportedCases {
  private static final Path CASES = Path.of("..", "client", "src", "test", "resources", "cases");

  /** The scheduler may have deleted older events. */
  private static final Instant KEPT_SINCE = Instant.parse("1950-01-01T00:00:00Z");

  private final Api api;
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private ImportedCases(Api api) {
    this.api = api;
  }

  static ImportedCases importAll(Api api) throws IOException {
    ImportedCases cases = new ImportedCases(api);
    try (Reader file = Files.newBufferedReader(CASES.resolve("expected.json"))) {
      for (JsonElement expected : JsonParser.parseReader(file).getAsJsonArray()) {
        cases.importOne(expected.getAsJsonObject());
      }
    }
    return cases;
  }

  /** One line per file with its counts, marked right or WRONG. */
  List<String> lines() {
    return lines;
  }

  /** The differences from the expected results. */
  List<String> wrong() {
    return wrong;
  }

  private void importOne(JsonObject expected) {
    String file = expected.get("file").getAsString();
    int wrongBefore = wrong.size();
    String owner = file + "-" + UUID.randomUUID();
    if (expected.has("after")) {
      run(expected.get("after").getAsString(), owner, expected);
    }
    ClientRun run = run(file, owner, expected);
    String result;
    if (expected.has("refused")) {
      expect(file, run.status() == 2, "status " + run.status());
      expect(file, run.err().contains(expected.get("refused").getAsString()), run.err());
      result = "refused: " + run.err().strip();
    } else {
      JsonObject report = run.json();
      check(file, owner, expected, report.getAsJsonArray("components"));
      result = counts(report);
    }
    lines.add(
        "%-45s %s: %s".formatted(file, wrong.size() == wrongBefore ? "right" : "WRONG", result));
  }

  private static ClientRun run(String file, String owner, JsonObject expected) {
    String whose =
        expected.has("owner_from")
            ? "--owner-from=" + expected.get("owner_from").getAsString()
            : "--owner=" + owner;
    return ClientRun.of(List.of("import", CASES.resolve(file).toString(), whose, "--output=json"));
  }

  private void check(String file, String owner, JsonObject expectedFile, JsonArray found) {
    JsonArray expected = expectedFile.getAsJsonArray("components");
    boolean oneOwner = !expectedFile.has("owner_from");
    expect(file, expected.size() == found.size(), found.size() + " components");
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      JsonObject one = expected.get(i).getAsJsonObject();
      JsonObject result = found.get(i).getAsJsonObject();
      String what = file + ", line " + one.get("line");
      expect(what, one.get("outcome").equals(result.get("outcome")), result.toString());
      if (one.has("reason")) {
        expect(
            what,
            result.has("reason")
                && result.get("reason").getAsString().contains(one.get("reason").getAsString()),
            result.toString());
      }
      if (oneOwner && one.has("start") && result.has("event_id")) {
        checkEvent(what, one, owner, result.get("event_id").getAsString());
      }
    }
  }

  private void checkEvent(String what, JsonObject expected, String owner, String id) {
    String end = expected.get("end").getAsString();
    if (Instant.parse(end).isBefore(KEPT_SINCE)) {
      return;
    }
    Event event = api.read(owner, id);
    expect(what, expected.get("title").getAsString().equals(event.getTitle()), event.getTitle());
    expect(
        what,
        expected.get("start").getAsString().equals(Timestamps.toString(event.getStartTime())),
        Timestamps.toString(event.getStartTime()));
    expect(
        what, end.equals(Timestamps.toString(event.getEndTime())), event.getEndTime().toString());
    checkDetails(what, expected, event);
    List<Long> reminders =
        expected.has("remind_before")
            ? StreamSupport.stream(expected.getAsJsonArray("remind_before").spliterator(), false)
                .map(text -> Duration.parse(text.getAsString()).toSeconds())
                .toList()
            : List.of();
    expect(
        what,
        reminders.equals(event.getRemindBeforeList().stream().map(Durations::toSeconds).toList()),
        event.getRemindBeforeList().toString());
  }

  private void checkDetails(String what, JsonObject expected, Event event) {
    expect(what, text(expected, "start_date").equals(text(event.getStartDate())), event.toString());
    expect(what, text(expected, "end_date").equals(text(event.getEndDate())), event.toString());
    expect(what, text(expected, "time_zone").equals(event.getTimeZone()), event.getTimeZone());
    expect(what, text(expected, "location").equals(event.getLocation()), event.getLocation());
    expect(
        what,
        expected.has("free") == (event.getAvailability() == Event.Availability.AVAILABILITY_FREE),
        event.getAvailability().name());
  }

  private static String text(JsonObject expected, String name) {
    return expected.has(name) ? expected.get(name).getAsString() : "";
  }

  /** An unset date has the year 0. */
  private static String text(Date date) {
    return date.getYear() == 0
        ? ""
        : LocalDate.of(date.getYear(), date.getMonth(), date.getDay()).toString();
  }

  private void expect(String what, boolean met, String found) {
    if (!met) {
      wrong.add(what + ": found " + found);
    }
  }

  private static String counts(JsonObject report) {
    List<String> counts = new ArrayList<>();
    for (String name : List.of("created", "updated", "unchanged", "cancelled", "busy", "skipped")) {
      counts.add(report.get(name) + " " + name);
    }
    return String.join(", ", counts);
  }
}
