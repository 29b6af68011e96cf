Feature: Reminders
  The owner of an event gets its reminders at the chosen times before the start. Each reminder arrives within
  two seconds of its time: a sender prints a line for it, and the event shows it as delivered. A reminder
  arrives at least once. It arrives twice only if a sender or the database fails between printing and
  committing. Changes to an event also apply to its reminders.

  Scenario: A reminder arrives at its time
    When Ann books "Tea" to start in 30 minutes, with a reminder in 3 seconds
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And its title is "Tea"

  Scenario: Each reminder of an event arrives at its own time
    When Ann books "Flight" to start in 3 hours, with reminders in 3, 4 and 6 seconds
    Then Ann's 3 reminders of "Flight" arrive within 2 seconds of their times

  Scenario: An overdue reminder arrives immediately
    When Ann books "Tea" to start in 10 minutes, with a reminder 20 minutes ago
    Then Ann's reminder of "Tea" arrives within 3 seconds from now

  Scenario: A reminder has the present title of its event
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    When Ann changes the title of "Tea" to "Coffee 🎂"
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And its title is "Coffee 🎂"

  @local
  Scenario: The former reminder of a moved event never arrives
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    When Ann moves "Tea" 3 seconds later
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And its former reminder never arrives

  @local
  Scenario: The reminder of a deleted event never arrives
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    And Bob books "Coffee" to start in 30 minutes, with a reminder in 6 seconds
    When Ann deletes "Tea"
    Then Bob's reminder of "Coffee" arrives within 2 seconds of its time
    And Ann's reminder of "Tea" never arrives

  @local
  Scenario: A changed title does not repeat a reminder
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 2 seconds
    And Ann's reminder of "Tea" arrives within 2 seconds of its time
    When Ann changes the title of "Tea" to "Coffee"
    And Bob books "Cake" to start in 30 minutes, with a reminder in 2 seconds
    Then Bob's reminder of "Cake" arrives within 2 seconds of its time
    And Ann's reminder of "Tea" has arrived once

  @local
  Scenario: After an outage, reminders arrive late unless their event is over
    Given no scheduler runs
    And Ann books "Tea" to start in 2 seconds, with a reminder in 1 second
    And Bob books "A quick word" to start in 2 seconds and end in 3, with a reminder in 1 second
    When Bob's "A quick word" is over
    And the scheduler runs again
    Then Ann's reminder of "Tea" arrives late
    And Bob's reminder of "A quick word" is missed

  @local
  Scenario: Reminders wait for the sender, unless their event is over
    Given no sender runs
    And Ann books "Tea" to start in 30 minutes, with a reminder in 1 second
    And Bob books "A quick word" to start in 2 seconds and end in 3, with a reminder in 1 second
    When Bob's "A quick word" is over
    And the sender runs again
    Then Ann's reminder of "Tea" arrives late
    And Bob's reminder of "A quick word" is missed

  @local
  Scenario: With two schedulers and two senders, each reminder arrives once
    Given a second scheduler and a second sender run
    When 40 owners book 5 events each, all with a reminder in 5 seconds
    Then each of the 200 reminders arrives once
