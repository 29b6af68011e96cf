package calendar.bdd.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.entrance.Entrance;
import calendar.bdd.system.Metrics;
import calendar.bdd.system.SystemHooks;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Steps for the web server: start page, health and metrics. */
public final class WebServerSteps {
  private HttpResponse<String> response;
  private Metrics before;

  @Given("the metrics as they are now")
  public void theMetricsAsTheyAreNow() throws Exception {
    before = metrics();
  }

  @When("the web page {string} is opened")
  public void isOpened(String page) throws Exception {
    response = get(page);
  }

  @Then("the web server reports that it is up")
  public void reportsThatItIsUp() {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("{").contains("\"status\":\"UP\"");
  }

  @Then("it is plain text")
  public void isPlainText() {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
  }

  @Then("it shows the version and the gRPC address")
  public void showsVersionAndGrpc() {
    assertThat(response.body())
        .containsPattern("Calendar \\d+\\.\\d+\\.\\d+")
        .containsPattern("gRPC on \\S+:\\d+");
  }

  @Then("the metrics have counted and timed")
  public void haveCountedAndTimed(DataTable calls) throws Exception {
    Metrics after = metrics();
    calls.asMaps().forEach(row -> assertCounted(row.get("method"), row.get("code"), after));
  }

  /** Expects at least one more call, because other clients may also use the system. */
  private void assertCounted(String method, String code, Metrics after) {
    String call = method + " " + code;
    assertThat(after.calls(method, code))
        .as(call)
        .isGreaterThanOrEqualTo(before.calls(method, code) + 1);
    assertThat(after.seconds(method, code)).as(call).isGreaterThan(before.seconds(method, code));
    assertThat(after.hasBuckets(method, code)).as(call).isTrue();
  }

  private static Metrics metrics() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/metrics");
    assertThat(page.statusCode()).isEqualTo(200);
    return new Metrics(page.body());
  }

  private static HttpResponse<String> get(String page) throws IOException, InterruptedException {
    Entrance entrance = SystemHooks.system().entrance();
    HttpRequest request =
        HttpRequest.newBuilder(entrance.page(page)).timeout(Duration.ofSeconds(30)).build();
    return entrance.http().send(request, BodyHandlers.ofString(UTF_8));
  }
}
