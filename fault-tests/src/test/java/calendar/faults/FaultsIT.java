package calendar.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.broker.BrokerKind;
import calendar.local.stack.ServiceProcess;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed while thousands of reminders are due at once: none is lost, and none is
 * printed twice, but for those that a sender held when it or the database died between a line and
 * its commit.
 */
class FaultsIT {
  static final int PREFETCH = 50;

  /** A sender has two consumers, and each holds messages. */
  private static final int IN_HAND = 2 * PREFETCH;

  private static final int DUE = 5_000;
  private static final int KILLS = 5;
  private static final int TRIES = 10;

  /** Longer than the database waits for the transactions of other programs than a sender. */
  private static final Duration PAUSE = Duration.ofSeconds(7);

  private static ReminderSystem system;

  @BeforeAll
  static void start() {
    BrokerKind kind = BrokerKind.bestForTests();
    if (kind != BrokerKind.QPID) {
      system = ReminderSystem.start(kind);
      System.out.println("On " + system.broker().describe());
    }
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @BeforeEach
  void requireRabbitMqAndSender() {
    assumeTrue(
        system != null,
        "RabbitMQ is neither in a container nor installed, or CALENDAR_TEST_BROKER is qpid");
    if (!system.sender().isAlive()) {
      system.sender().start();
    }
  }

  @Test
  void theSchedulerIsKilledFiveTimes() throws Exception {
    Burst burst = system.due(DUE);

    for (int kill = 0; kill < KILLS; kill++) {
      burst.awaitClaimed(momentOf(kill));
      system.scheduler().kill();
      assertThat(burst.untouched()).as("left to do at the kill").isPositive();
      system.scheduler().start();
    }

    assertThat(report("scheduler killed five times", burst))
        .satisfies(FaultsIT::isComplete, FaultsIT::printsOnce);
  }

  @Test
  void theBrokerIsKilled() throws Exception {
    Burst burst = system.due(DUE);

    burst.awaitClaimed(momentOf(KILLS / 2));
    system.broker().kill();
    assertThat(burst.unprinted()).as("left to do at the kill").isPositive();
    system.broker().start();

    assertThat(report("broker killed", burst))
        .satisfies(FaultsIT::isComplete, FaultsIT::printsOnce);
  }

  @Test
  void theDatabaseIsRestarted() throws Exception {
    Burst burst = system.due(DUE);

    burst.awaitPrinted(momentOf(KILLS / 2));
    system.database().stop();
    assertThat(burst.unprinted()).as("left to do at the stop").isPositive();
    system.database().start();

    Tally tally = report("PostgreSQL restarted", burst);
    assertThat(tally).satisfies(FaultsIT::isComplete);
    assertThat(tally.printedTwice()).isLessThanOrEqualTo(IN_HAND);
  }

  @Test
  void theSenderIsKilledFiveTimes() throws Exception {
    Burst burst = system.due(DUE);

    for (int kill = 0; kill < KILLS; kill++) {
      burst.awaitPrinted(momentOf(kill));
      system.sender().kill();
      assertThat(burst.unprinted()).as("left to do at the kill").isPositive();
      // Before one could see that it is ready, it may have printed all.
      system.sender().begin();
    }

    system.sender().awaitReady();
    Tally tally = report("sender killed five times", burst);
    assertThat(tally).satisfies(FaultsIT::isComplete);
    assertThat(tally.printedTwice()).isLessThanOrEqualTo(KILLS * IN_HAND);
  }

  @Test
  void whoeverReadsTheRemindersPauses() throws Exception {
    Burst burst = system.due(DUE);

    burst.awaitPrinted(momentOf(0));
    system.printed().pause();
    try {
      Thread.sleep(PAUSE.toMillis());
      assertThat(burst.undelivered()).as("what waits for the reader").isPositive();
    } finally {
      system.printed().goOn();
    }

    assertThat(report("the reader of the reminders paused for " + PAUSE, burst))
        .satisfies(FaultsIT::isComplete, FaultsIT::printsOnce);
  }

  @Test
  void aSchedulerIsFrozenPastItsLease() throws Exception {
    try (ServiceProcess sleeper = system.startScheduler()) {
      // The other scheduler is frozen, so that this one holds all claims.
      system.scheduler().pause();
      Burst burst;
      try {
        burst = freezeHoldingSome(sleeper);
      } finally {
        system.scheduler().resume();
      }
      int held = burst.claimed();

      burst.awaitPrinted(DUE);
      sleeper.resume();
      sleeper.stop();

      assertThat(report("one of two schedulers frozen, holding " + held, burst))
          .satisfies(FaultsIT::isComplete, FaultsIT::printsOnce);
    }
  }

  /** Tries until the scheduler is frozen while it holds some of a burst. */
  private static Burst freezeHoldingSome(ServiceProcess scheduler) throws Exception {
    for (int tries = 0; tries < TRIES; tries++) {
      Burst burst = system.due(DUE);
      if (freezesHoldingSome(scheduler, burst)) {
        return burst;
      }
    }
    throw new AssertionError("never frozen holding any, in " + TRIES + " bursts");
  }

  /**
   * Freezes the only scheduler while it holds reminders that it has not sent yet.
   *
   * @return whether it does; if not, it runs and everything is claimed
   */
  private static boolean freezesHoldingSome(ServiceProcess scheduler, Burst burst)
      throws Exception {
    burst.awaitClaimed(momentOf(0));
    while (burst.untouched() > 0) {
      scheduler.pause();
      if (burst.staysClaimed()) {
        return true;
      }
      scheduler.resume();
    }
    return false;
  }

  /**
   * A random moment while the work lasts: so many are done by then, each kill in its own stretch.
   */
  private static int momentOf(int kill) {
    int stretch = DUE / (KILLS + 1);
    return kill * stretch + ThreadLocalRandom.current().nextInt(1, stretch);
  }

  private static Tally report(String fault, Burst burst) throws Exception {
    Tally tally = burst.drain(system.sender());
    System.out.printf("%s: %s%n", fault, tally);
    return tally;
  }

  private static void isComplete(Tally tally) {
    assertThat(tally.lost()).as("lost").isZero();
    assertThat(tally.delivered()).as("delivered").isEqualTo(tally.due());
  }

  private static void printsOnce(Tally tally) {
    assertThat(tally.printedTwice()).as("printed twice").isZero();
  }
}
