Feature: Reminders
  An owner is reminded of an event as long before its start as the event says. Each reminder arrives
  within two seconds of its time: a sender prints a line for it, and the event says that it was
  delivered. It arrives at least once, and twice only if a sender or the database fails between
  printing and committing. Whatever happens to the event meanwhile happens to its reminders too.

  Scenario: A reminder arrives at its time
    When Ann books "Tea" to start in 30 minutes, with a reminder in 3 seconds
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And it says that it is about "Tea"

  Scenario: Each reminder of an event arrives at its own time
    When Ann books "Flight" to start in 3 hours, with reminders in 3, 4 and 6 seconds
    Then Ann's 3 reminders of "Flight" arrive within 2 seconds of their times

  Scenario: A reminder whose time is past already arrives at once
    When Ann books "Tea" to start in 10 minutes, with a reminder 20 minutes ago
    Then Ann's reminder of "Tea" arrives within 3 seconds from now

  Scenario: A reminder says what the event is called when it is due
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    When Ann changes the title of "Tea" to "Coffee 🎂"
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And it says that it is about "Coffee 🎂"

  @local
  Scenario: The former reminder of an event that has moved never arrives
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    When Ann moves "Tea" 3 seconds later
    Then Ann's reminder of "Tea" arrives within 2 seconds of its time
    And the one that it had before never arrives

  @local
  Scenario: The reminder of a deleted event never arrives
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 4 seconds
    And Bob books "Coffee" to start in 30 minutes, with a reminder in 6 seconds
    When Ann deletes "Tea"
    Then Bob's reminder of "Coffee" arrives within 2 seconds of its time
    And Ann's reminder of "Tea" never arrives

  @local
  Scenario: An event that changes but does not move reminds once
    Given Ann books "Tea" to start in 30 minutes, with a reminder in 2 seconds
    And Ann's reminder of "Tea" arrives within 2 seconds of its time
    When Ann changes the title of "Tea" to "Coffee"
    And Bob books "Cake" to start in 30 minutes, with a reminder in 2 seconds
    Then Bob's reminder of "Cake" arrives within 2 seconds of its time
    And Ann's reminder of "Tea" has arrived once

  @local
  Scenario: After an outage overdue reminders arrive late, unless their event is over
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
  Scenario: Two schedulers and two senders share the work, and each reminder arrives once
    Given a second scheduler and a second sender run
    When 40 owners book 5 events each, all with a reminder in 5 seconds
    Then each of the 200 reminders arrives once
