Feature: Busy time of a series
  All occurrences of a series are checked, not only the first. By default the calendar rejects a series if the
  time of any occurrence is taken, with code FAILED_PRECONDITION and reason DATE_BUSY, and books nothing. The
  answer has the number of conflicts and the first 20. A caller may ask to skip taken times, or only to check.

  Background:
    Given Ann lives in Europe/Brussels
    And Ann has "Interview" from 2031-05-13 09:30 to 10:30

  @entrance
  Scenario: A series is rejected if one of its times is taken
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then it is rejected because 1 occurrence conflicts
    And Ann's conflicts are
      | occurrence                | overlaps  |
      | 2031-05-13 10:00 to 10:15 | Interview |
    And Ann has 0 series
    And Ann's calendar holds
      | event     | when                      |
      | Interview | 2031-05-13 09:30 to 10:30 |

  Scenario: The answer names the earliest event of each conflict
    Given Ann has "Lunch" from 2031-05-13 12:00 to 13:00
    And Ann has "Fair" from 2031-05-20 11:00 to 18:00
    When Ann books this series
      | title     | Workshop                  |
      | when      | 2031-05-06 09:00 to 17:00 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then it is rejected because 2 occurrences conflict
    And Ann's conflicts are
      | occurrence                | overlaps  |
      | 2031-05-13 09:00 to 17:00 | Interview |
      | 2031-05-20 09:00 to 17:00 | Fair      |

  Scenario: The answer counts all conflicts and lists the first 20
    Given Ann has 25 events, one per hour from 2031-05-06 00:00
    When Ann books this series
      | title     | Watch                      |
      | when      | 2031-05-06 00:00 to 00:30  |
      | time zone | Europe/Brussels            |
      | repeats   | RRULE:FREQ=HOURLY;COUNT=30 |
    Then it is rejected because 25 occurrences conflict
    And the answer lists the first 20 conflicts
    And Ann has 0 series

  Scenario: A series may skip taken times
    When Ann books this series, skipping taken times
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then the series is booked
    And Ann's calendar holds
      | event     | when                      |
      | Stand-up  | 2031-05-06 10:00 to 10:15 |
      | Interview | 2031-05-13 09:30 to 10:30 |
      | Stand-up  | 2031-05-20 10:00 to 10:15 |
      | Stand-up  | 2031-05-27 10:00 to 10:15 |
    And Ann's series "Stand-up" has skipped
      | start            | taken by  |
      | 2031-05-13 10:00 | Interview |

  Scenario: A skipped time is tried again when the series moves
    Given Ann books this series, skipping taken times
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    When Ann changes the series "Stand-up" to
      | title | Review |
    Then Ann's series "Stand-up" has skipped
      | start            | taken by  |
      | 2031-05-13 10:00 | Interview |
    When Ann changes the series "Stand-up" to
      | when | 2031-05-06 11:00 to 11:15 |
    Then Ann's series "Stand-up" has skipped nothing
    And Ann's calendar holds
      | event     | when                      |
      | Review    | 2031-05-06 11:00 to 11:15 |
      | Interview | 2031-05-13 09:30 to 10:30 |
      | Review    | 2031-05-13 11:00 to 11:15 |
      | Review    | 2031-05-20 11:00 to 11:15 |

  Scenario: A check lists the conflicts and books nothing
    When Ann checks this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then the check finds 1 conflict
    And Ann's conflicts in the check are
      | occurrence                | overlaps  |
      | 2031-05-13 10:00 to 10:15 | Interview |
    And Ann has 0 series
    And Ann's calendar holds 1 event

  Scenario: A check lists more conflicts than a rejection
    Given Ann has 25 events, one per hour from 2031-05-06 00:00
    When Ann checks this series
      | title     | Watch                      |
      | when      | 2031-05-06 00:00 to 00:30  |
      | time zone | Europe/Brussels            |
      | repeats   | RRULE:FREQ=HOURLY;COUNT=30 |
    Then the check finds 25 conflicts
    And Ann has 0 series

  Scenario: A check of a free time finds nothing
    When Ann checks this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 14:00 to 14:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then the check finds 0 conflicts
    And Ann has 0 series

  Scenario Outline: Free events and free series do not conflict
    Given Ann has the free event "Sale" from 2031-05-06 09:00 to 18:00
    When Ann books this series
      | title        | Stand-up                  |
      | when         | <when>                    |
      | time zone    | Europe/Brussels           |
      | availability | <availability>            |
      | repeats      | RRULE:FREQ=WEEKLY;COUNT=4 |
    Then the series is booked
    And Ann's calendar holds 6 events

    Examples:
      | availability | when                      |
      | busy         | 2031-05-06 14:00 to 14:15 |
      | free         | 2031-05-06 10:00 to 10:15 |

  Scenario: An event cannot take the time of any occurrence
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 14:00 to 14:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4 |
    When Ann books "Call" from 2031-05-27 14:10 to 15:00
    Then it is rejected because it overlaps Ann's "Stand-up" of 2031-05-27

  Scenario: One occurrence cannot move to a busy time
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 14:00 to 14:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=2 |
    When Ann moves the "Stand-up" of 2031-05-13 to 2031-05-13 10:00 to 10:15
    Then it is rejected because it overlaps Ann's "Interview"

  Scenario: A series cannot move to a busy time
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 14:00 to 14:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    When Ann changes the series "Stand-up" to
      | when | 2031-05-06 10:00 to 10:15 |
    Then it is rejected because 1 occurrence conflicts
    And Ann's calendar holds
      | event     | when                      |
      | Stand-up  | 2031-05-06 14:00 to 14:15 |
      | Interview | 2031-05-13 09:30 to 10:30 |
      | Stand-up  | 2031-05-13 14:00 to 14:15 |
      | Stand-up  | 2031-05-20 14:00 to 14:15 |

  Scenario: A series that moves may skip taken times
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 14:00 to 14:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    When Ann changes the series "Stand-up" to this, skipping taken times
      | when | 2031-05-06 10:00 to 10:15 |
    Then Ann's calendar holds
      | event     | when                      |
      | Stand-up  | 2031-05-06 10:00 to 10:15 |
      | Interview | 2031-05-13 09:30 to 10:30 |
      | Stand-up  | 2031-05-20 10:00 to 10:15 |
    And Ann's series "Stand-up" has skipped
      | start            | taken by  |
      | 2031-05-13 10:00 | Interview |

  Scenario: Occurrences of a series are not in each other's way
    Each occurrence moves to the place of the next one.

    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 11:00 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3  |
    When Ann changes the series "Stand-up" to
      | when | 2031-05-07 10:00 to 11:00 |
    Then Ann's calendar holds
      | event     | when                      |
      | Stand-up  | 2031-05-07 10:00 to 11:00 |
      | Stand-up  | 2031-05-08 10:00 to 11:00 |
      | Stand-up  | 2031-05-09 10:00 to 11:00 |
      | Interview | 2031-05-13 09:30 to 10:30 |

  Scenario: Only one of many concurrent series is booked
    When 20 clients at once book this series for Ann
      | title     | Stand-up                  |
      | when      | 2031-06-03 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=9 |
    Then one of them succeeds and the others conflict in all 9 occurrences
    And Ann has 1 series
    And Ann's calendar holds 10 events

  Scenario: The client program prints the conflicts
    When Ann runs calendar_client
      """
      create --title Stand-up --start "2031-05-06 10:00" --duration 15m --repeat "weekly, 4 times"
      """
    Then it ends with status 1 and prints "Busy: 1 occurrence overlaps another event"
    And it ends with status 1 and prints "Tue 13 May 2031 10:00 – 10:15  overlaps event"
    When Ann runs calendar_client
      """
      create --title Stand-up --start "2031-05-06 10:00" --duration 15m --repeat "weekly, 4 times" --check
      """
    Then it ends with status 1 and prints "Conflicts    1 occurrence overlaps another event"
    And Ann has 0 series
    When Ann runs calendar_client
      """
      create --title Stand-up --start "2031-05-06 10:00" --duration 15m --repeat "weekly, 4 times" --on-conflict skip
      """
    Then it succeeds and prints "Skipped      Tue 13 May 2031 10:00, taken by event"
    And Ann's calendar holds 4 events
