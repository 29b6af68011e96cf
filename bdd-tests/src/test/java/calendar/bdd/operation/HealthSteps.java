package calendar.bdd.operation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.Reflection;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.List;

/** Steps for gRPC health and reflection. */
public final class HealthSteps {
  private final Api api;
  private ServingStatus status;
  private List<String> services;

  public HealthSteps(Api api) {
    this.api = api;
  }

  @When("the health of {string} is asked for")
  public void healthIsAskedFor(String service) {
    status =
        HealthGrpc.newBlockingStub(api.channel())
            .withDeadlineAfter(Api.SECONDS_PER_CALL, SECONDS)
            .check(HealthCheckRequest.newBuilder().setService(service).build())
            .getStatus();
  }

  @Then("it is serving")
  public void itIsServing() {
    assertThat(status).isEqualTo(ServingStatus.SERVING);
  }

  @When("a tool lists the services")
  public void aToolListsTheServices() throws Exception {
    services = new Reflection(api.channel()).services();
  }

  @Then("the list contains")
  public void listContains(List<String> names) {
    assertThat(services).containsAll(names);
  }

  @Then("a tool finds the methods of {string}")
  public void aToolFindsTheMethods(String service, List<String> names) throws Exception {
    assertThat(new Reflection(api.channel()).methods(service))
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
