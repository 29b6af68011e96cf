package calendar.bdd.client;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.phrase.Person;
import calendar.bdd.series.SeriesApi;
import calendar.bdd.system.ClientRun;
import calendar.v1.Series;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Steps that run commands of the client program. */
public final class ClientSteps {
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  private final SeriesApi series;
  private ClientRun run;

  public ClientSteps(SeriesApi series) {
    this.series = series;
  }

  /** Runs a command for an owner. SERIES in it means the id of the owner's last series. */
  @When("{person} runs calendar_client")
  public void runs(Person owner, String command) {
    List<String> arguments = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      String text = word.group().replace("\"", "");
      arguments.add(text.equals("SERIES") ? lastSeries(owner) : text);
    }
    arguments.add("--owner=" + owner.ownerId());
    arguments.add("--zone=" + (owner.zone().getId().equals("Z") ? "UTC" : owner.zone().getId()));
    run = ClientRun.of(arguments);
  }

  @Then("it succeeds and prints {string}")
  public void succeeds(String words) {
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines()).anyMatch(printed -> printed.contains(words));
  }

  @Then("it ends with status {int} and prints {string}")
  public void ends(int status, String words) {
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.out() + run.err()).contains(words);
  }

  private String lastSeries(Person owner) {
    List<Series> all = series.all(owner.ownerId());
    return all.get(all.size() - 1).getId();
  }
}
