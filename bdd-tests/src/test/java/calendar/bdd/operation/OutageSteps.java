package calendar.bdd.operation;

import calendar.bdd.system.SystemHooks;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayDeque;
import java.util.Deque;

/** Steps that stop, restart and add schedulers and senders. */
public final class OutageSteps {
  private final Deque<Runnable> repairs = new ArrayDeque<>();

  @After("@local")
  public void repair() {
    repairs.forEach(Runnable::run);
  }

  @Given("no scheduler runs")
  public void noScheduler() {
    stop(programs().schedulers().get(0));
  }

  @Given("no sender runs")
  public void noSender() {
    stop(programs().senders().get(0));
  }

  @When("the scheduler/sender runs again")
  public void runsAgain() {
    repairs.pop().run();
  }

  @Given("a second scheduler and a second sender run")
  public void joinedByOthers() {
    ServiceProcess scheduler = programs().beginScheduler();
    repairs.push(scheduler::close);
    ServiceProcess sender = programs().beginSender();
    repairs.push(sender::close);
    scheduler.awaitReady();
    sender.awaitReady();
  }

  private void stop(ServiceProcess service) {
    service.stop();
    repairs.push(service::start);
  }

  private static LocalStack programs() {
    return SystemHooks.system().programs();
  }
}
