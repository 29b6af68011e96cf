package calendar.bdd.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.bdd.system.ClientRun;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Steps for importing calendar files with the client program. */
public final class ImportingSteps {
  private static final Pattern UID = Pattern.compile("(?m)^UID:(.*)$");

  private final Api api;
  private final SeenEvents seen;
  private ClientRun run;

  public ImportingSteps(Api api, SeenEvents seen) {
    this.api = api;
    this.seen = seen;
  }

  @Given("{person} has imported")
  public void hasImported(Person owner, DataTable events) throws IOException {
    imports(owner, events);
    assertThat(run.out()).startsWith(events.height() - 1 + " created");
  }

  @When("{person} imports")
  public void imports(Person owner, DataTable events) throws IOException {
    imports(owner, calendar(events));
  }

  @When("{person} imports this file")
  public void imports(Person owner, String text) throws IOException {
    Path file = Files.createTempFile("calendar-import-", ".ics");
    try {
      Files.writeString(file, text, UTF_8);
      run = ClientRun.of(List.of("import", file.toString(), "--owner=" + owner.ownerId()));
    } finally {
      Files.delete(file);
    }
    assertThat(run.status()).as(run.err()).isZero();
    see(owner, text);
  }

  /** Uses the request id that importer version 0.1 made from owner and UID. */
  @Given(
      "the importer of version 0.1 has booked {person}'s {string} with the UID {string} from"
          + " {period}")
  public void wasBookedByTheFirstImporter(Person owner, String title, String uid, Period when) {
    UUID requestId = UUID.nameUUIDFromBytes((owner.ownerId() + '\0' + uid).getBytes(UTF_8));
    api.book(owner.event(title, when), requestId.toString());
  }

  @Then("the import ends with {string}")
  public void endsWith(String counts) {
    assertThat(run.out().lines().findFirst()).contains(counts);
  }

  @Then("it reports {string}")
  public void reports(String words) {
    assertThat(run.out().lines().skip(1)).anyMatch(line -> line.contains(words));
  }

  @Then("every file of other programs is imported as expected")
  public void everyFileIsImportedAsExpected() throws IOException {
    ImportedCases cases = ImportedCases.importAll(api);
    cases.lines().forEach(System.out::println);
    assertThat(cases.wrong()).isEmpty();
  }

  private void see(Person owner, String file) {
    List<String> uids =
        UID.matcher(file).results().map(result -> result.group(1)).distinct().toList();
    FindEventsRequest request =
        FindEventsRequest.newBuilder().setOwnerId(owner.ownerId()).addAllIcalUids(uids).build();
    for (Event event : api.calendar().findEvents(request).getEventsList()) {
      seen.saw(event);
    }
  }

  private static String calendar(DataTable events) {
    StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    events.asMaps().forEach(row -> file.append(event(row)));
    return file.append("END:VCALENDAR\r\n").toString();
  }

  private static String event(Map<String, String> row) {
    Period when = Period.parse(row.get("when"));
    return String.join(
        "\r\n",
        "BEGIN:VEVENT",
        "UID:" + row.get("uid"),
        "DTSTART:" + utc(when.start()),
        "DTEND:" + utc(when.end()),
        "SUMMARY:" + row.get("title"),
        "SEQUENCE:" + row.getOrDefault("sequence", "0"),
        "STATUS:" + row.getOrDefault("status", "CONFIRMED"),
        "END:VEVENT\r\n");
  }

  private static String utc(LocalDateTime time) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(time);
  }
}
