Feature: Series
  A series is an event that recurs. Lines in the form of RFC 5545 say when. Each occurrence is an event of its
  own: it is listed, read, changed and deleted like any other event. The rule is evaluated on the clock of the
  series' time zone. Times below are those of Brussels, where Ann lives.

  Background:
    Given Ann lives in Europe/Brussels

  @entrance
  Scenario: A weekly meeting, from its booking to its new name
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=5 |
    Then the series is booked
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |
      | Stand-up | 2031-05-20 10:00 to 10:15 |
      | Stand-up | 2031-05-27 10:00 to 10:15 |
      | Stand-up | 2031-06-03 10:00 to 10:15 |
    # One occurrence moves.
    When Ann moves the "Stand-up" of 2031-05-13 to 2031-05-14 15:00 to 15:15
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-14 15:00 to 15:15 |
      | Stand-up | 2031-05-20 10:00 to 10:15 |
      | Stand-up | 2031-05-27 10:00 to 10:15 |
      | Stand-up | 2031-06-03 10:00 to 10:15 |
    # This and the following ones move by an hour, and become a series of their own.
    When Ann changes the "Stand-up" of 2031-05-20 and those that follow to
      | when | 2031-05-20 11:00 to 11:15 |
    Then Ann has 2 series
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-14 15:00 to 15:15 |
      | Stand-up | 2031-05-20 11:00 to 11:15 |
      | Stand-up | 2031-05-27 11:00 to 11:15 |
      | Stand-up | 2031-06-03 11:00 to 11:15 |
    # One occurrence is deleted.
    When Ann deletes the "Stand-up" of 2031-05-27
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-14 15:00 to 15:15 |
      | Stand-up | 2031-05-20 11:00 to 11:15 |
      | Stand-up | 2031-06-03 11:00 to 11:15 |
    # A new name. The moved occurrence keeps its time, the deleted one stays deleted.
    When Ann changes the series "Stand-up" to
      | title | Planning |
    And Ann changes the series of the "Stand-up" of 2031-05-20 to
      | title | Retrospective |
    Then Ann's calendar holds
      | event         | when                      |
      | Planning      | 2031-05-06 10:00 to 10:15 |
      | Planning      | 2031-05-14 15:00 to 15:15 |
      | Retrospective | 2031-05-20 11:00 to 11:15 |
      | Retrospective | 2031-06-03 11:00 to 11:15 |

  @entrance
  Scenario: Each occurrence has the fields of its series
    When Ann books this series
      | title         | Choir                     |
      | description   | Bring tea                 |
      | when          | 2031-05-06 20:00 to 22:00 |
      | time zone     | Europe/Brussels           |
      | location      | Café 🎂, Rue Haute 4      |
      | remind before | 1 day, 15 minutes         |
      | repeats       | RRULE:FREQ=WEEKLY;COUNT=3 |
    Then Ann's series "Choir" is now
      | title         | Choir                     |
      | description   | Bring tea                 |
      | when          | 2031-05-06 20:00 to 22:00 |
      | time zone     | Europe/Brussels           |
      | location      | Café 🎂, Rue Haute 4      |
      | remind before | 1 day, 15 minutes         |
      | repeats       | RRULE:FREQ=WEEKLY;COUNT=3 |
      | occurrences   | 3                         |
    Given Ann has read the "Choir" of 2031-05-13
    Then Ann's "Choir" is now
      | title         | Choir                     |
      | description   | Bring tea                 |
      | when          | 2031-05-13 20:00 to 22:00 |
      | time zone     | Europe/Brussels           |
      | location      | Café 🎂, Rue Haute 4      |
      | remind before | 1 day, 15 minutes         |
    And the reminders of "Choir" for Ann are
      | before     | due              | state     |
      | 1 day      | 2031-05-12 20:00 | scheduled |
      | 15 minutes | 2031-05-13 19:45 | scheduled |

  Scenario Outline: A rule says when a series repeats
    When Ann books this series
      | title     | Meeting         |
      | when      | <first>         |
      | time zone | Europe/Brussels |
      | repeats   | <rule>          |
    Then Ann's calendar holds
      | event   | when     |
      | Meeting | <first>  |
      | Meeting | <second> |
      | Meeting | <third>  |

    Examples: days, weeks, months, years
      | rule                                     | first                     | second                    | third                     |
      | RRULE:FREQ=DAILY;COUNT=3                 | 2031-05-06 10:00 to 11:00 | 2031-05-07 10:00 to 11:00 | 2031-05-08 10:00 to 11:00 |
      | RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3    | 2031-05-06 10:00 to 11:00 | 2031-05-08 10:00 to 11:00 | 2031-05-13 10:00 to 11:00 |
      | RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3     | 2031-05-06 10:00 to 11:00 | 2031-05-20 10:00 to 11:00 | 2031-06-03 10:00 to 11:00 |
      | RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3    | 2031-05-30 10:00 to 11:00 | 2031-06-27 10:00 to 11:00 | 2031-07-25 10:00 to 11:00 |
      | RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3 | 2031-01-31 10:00 to 11:00 | 2031-02-28 10:00 to 11:00 | 2031-03-31 10:00 to 11:00 |
      | RRULE:FREQ=YEARLY;COUNT=3                | 2031-05-06 10:00 to 11:00 | 2032-05-06 10:00 to 11:00 | 2033-05-06 10:00 to 11:00 |
      | RRULE:FREQ=HOURLY;INTERVAL=6;COUNT=3     | 2031-05-06 10:00 to 11:00 | 2031-05-06 16:00 to 17:00 | 2031-05-06 22:00 to 23:00 |

    Examples: the last start, inclusive, as a time and as a date
      | rule                                    | first                     | second                    | third                     |
      | RRULE:FREQ=DAILY;UNTIL=20310508T080000Z | 2031-05-06 10:00 to 11:00 | 2031-05-07 10:00 to 11:00 | 2031-05-08 10:00 to 11:00 |
      | RRULE:FREQ=DAILY;UNTIL=20310508         | 2031-05-06 10:00 to 11:00 | 2031-05-07 10:00 to 11:00 | 2031-05-08 10:00 to 11:00 |

    Examples: months and years without the day are left out
      | rule                       | first                     | second                    | third                     |
      | RRULE:FREQ=MONTHLY;COUNT=3 | 2031-01-31 10:00 to 11:00 | 2031-03-31 10:00 to 11:00 | 2031-05-31 10:00 to 11:00 |
      | RRULE:FREQ=YEARLY;COUNT=3  | 2028-02-29 10:00 to 11:00 | 2032-02-29 10:00 to 11:00 | 2036-02-29 10:00 to 11:00 |

  Scenario: Dates can be left out and added
    When Ann books this series
      | title     | Stand-up                                     |
      | when      | 2031-05-06 10:00 to 10:15                    |
      | time zone | Europe/Brussels                              |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4                    |
      | repeats   | EXDATE;TZID=Europe/Brussels:20310513T100000  |
      | repeats   | RDATE;TZID=Europe/Brussels:20310515T160000   |
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-15 16:00 to 16:15 |
      | Stand-up | 2031-05-20 10:00 to 10:15 |
      | Stand-up | 2031-05-27 10:00 to 10:15 |

  Scenario Outline: A series follows the clock of its time zone
    Ann looks at it in UTC. The clocks of Brussels go forward on 30 March 2031 at 02:00, and back on 26 October
    at 03:00.

    Given Ann lives in UTC
    When Ann books this series
      | title     | Call                     |
      | when      | <first>                  |
      | time zone | Europe/Brussels          |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3 |
    Then Ann's calendar holds
      | event | when     |
      | Call  | <first>  |
      | Call  | <second> |
      | Call  | <third>  |

    Examples: at 10:00 of Brussels
      | first                     | second                    | third                     |
      | 2031-03-29 09:00 to 10:00 | 2031-03-30 08:00 to 09:00 | 2031-03-31 08:00 to 09:00 |
      | 2031-10-25 08:00 to 09:00 | 2031-10-26 09:00 to 10:00 | 2031-10-27 09:00 to 10:00 |

    Examples: at 02:30, which does not exist on 30 March: it is read with the offset before the change
      | first                     | second                    | third                     |
      | 2031-03-29 01:30 to 02:00 | 2031-03-30 01:30 to 02:00 | 2031-03-31 00:30 to 01:00 |

    Examples: at 02:30, which occurs twice on 26 October: it is the first
      | first                     | second                    | third                     |
      | 2031-10-25 00:30 to 01:00 | 2031-10-26 00:30 to 01:00 | 2031-10-27 01:30 to 02:00 |

  Scenario: An all-day series has dates
    When Ann books this series
      | title        | Birthday of Bob                             |
      | when         | 2031-05-06 to 2031-05-07 in Europe/Brussels |
      | availability | free                                        |
      | repeats      | RRULE:FREQ=YEARLY;COUNT=3                   |
    Then Ann's series "Birthday of Bob" is now
      | title        | Birthday of Bob                             |
      | when         | 2031-05-06 to 2031-05-07 in Europe/Brussels |
      | availability | free                                        |
      | repeats      | RRULE:FREQ=YEARLY;COUNT=3                   |
      | occurrences  | 3                                           |
    And Ann's calendar holds
      | event           | when                                 |
      | Birthday of Bob | 2031-05-06 00:00 to 2031-05-07 00:00 |
      | Birthday of Bob | 2032-05-06 00:00 to 2032-05-07 00:00 |
      | Birthday of Bob | 2033-05-06 00:00 to 2033-05-07 00:00 |
    When Ann deletes the "Birthday of Bob" of 2032-05-06 and those that follow
    Then Ann's calendar holds
      | event           | when                                 |
      | Birthday of Bob | 2031-05-06 00:00 to 2031-05-07 00:00 |

  Scenario: A series without an end is booked two years ahead
    The calendar books further occurrences day by day. The configuration sets how far; the default is 732 days.

    When Ann books the daily series "Diary" without an end, starting tomorrow
    Then Ann's series "Diary" is booked 732 days ahead

  Scenario: Occurrences keep their ids when the series moves
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    And Ann has noted the ids of the events
    When Ann changes the series "Stand-up" to
      | when | 2031-05-06 11:00 to 11:30 |
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 11:00 to 11:30 |
      | Stand-up | 2031-05-13 11:00 to 11:30 |
      | Stand-up | 2031-05-20 11:00 to 11:30 |
    And Ann's events have the noted ids

  Scenario: A changed occurrence keeps what was changed
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    And Ann renames the "Stand-up" of 2031-05-06 to "Kick-off"
    And Ann moves the "Stand-up" of 2031-05-13 to 2031-05-13 16:00 to 16:15
    When Ann changes the series "Stand-up" to
      | title | Review                    |
      | when  | 2031-05-06 11:00 to 11:15 |
    Then Ann's calendar holds
      | event    | when                      |
      | Kick-off | 2031-05-06 11:00 to 11:15 |
      | Review   | 2031-05-13 16:00 to 16:15 |
      | Review   | 2031-05-20 11:00 to 11:15 |

  Scenario: A deleted occurrence stays deleted
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    And Ann deletes the "Stand-up" of 2031-05-13
    When Ann changes the series "Stand-up" to
      | title | Review                    |
      | when  | 2031-05-06 11:00 to 11:15 |
    Then Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 11:00 to 11:15 |
      | Review | 2031-05-20 11:00 to 11:15 |

  Scenario: A changed occurrence that the new rule does not give becomes a single event
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3  |
    And Ann moves the "Stand-up" of 2031-05-07 to 2031-05-07 16:00 to 16:15
    When Ann changes the series "Stand-up" to
      | repeats | RRULE:FREQ=WEEKLY;COUNT=2 |
    Then 1 occurrence became a single event
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-07 16:00 to 16:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |
    When Ann deletes the series "Stand-up"
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-07 16:00 to 16:15 |

  Scenario: A series moves to other days from one occurrence on
    COUNT is divided: two occurrences stay, three move.

    Given Ann has this series
      | title     | Stand-up                           |
      | when      | 2031-05-06 10:00 to 10:15          |
      | time zone | Europe/Brussels                    |
      | repeats   | RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5 |
    When Ann changes the "Stand-up" of 2031-05-20 and those that follow to
      | when    | 2031-05-21 10:00 to 10:15          |
      | repeats | RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3 |
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |
      | Stand-up | 2031-05-21 10:00 to 10:15 |
      | Stand-up | 2031-05-28 10:00 to 10:15 |
      | Stand-up | 2031-06-04 10:00 to 10:15 |

  Scenario: From the first occurrence on means the whole series
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=2 |
    When Ann changes the "Stand-up" of 2031-05-06 and those that follow to
      | title | Review |
    Then Ann has 1 series
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 10:15 |
      | Review | 2031-05-13 10:00 to 10:15 |

  Scenario: What has begun does not move
    The occurrences that have begun become a series of their own.

    Given Ann has this series
      | title     | Stand-up                    |
      | when      | 2021-01-05 10:00 to 10:15   |
      | time zone | Europe/Brussels             |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=600 |
    When Ann changes the series "Stand-up" to
      | when | 2021-01-05 11:00 to 11:15 |
    Then Ann has 2 series
    And Ann's calendar holds 600 events
    When Ann looks at 2021-01-05 10:00 to 10:15
    Then Ann sees 1 event
    When Ann looks at 2031-05-06 11:00 to 11:15
    Then Ann sees 1 event
    When Ann looks at 2031-05-06 10:00 to 10:15
    Then Ann sees nothing

  @entrance
  Scenario: A deleted series is gone
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    And Ann moves the "Stand-up" of 2031-05-13 to 2031-05-13 16:00 to 16:15
    When Ann deletes the series "Stand-up"
    Then Ann's calendar is empty
    And Ann has 0 series
    When Ann deletes the series "Stand-up"
    Then it is rejected because the series does not exist

  Scenario: All series of an owner are listed
    Given Ann has this series
      | title     | Breakfast                |
      | when      | 2031-05-06 08:00 to 08:30 |
      | time zone | Europe/Brussels          |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3 |
    And Ann has this series
      | title     | Lunch                    |
      | when      | 2031-05-06 12:00 to 13:00 |
      | time zone | Europe/Brussels          |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3 |
    And Ann has this series
      | title     | Dinner                   |
      | when      | 2031-05-06 19:00 to 20:00 |
      | time zone | Europe/Brussels          |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3 |
    Then Ann has 3 series
    And Bob has 0 series

  Scenario: A repeated request books once
    When Ann books this series with a request id
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    And Ann books this series with the same request id
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    Then the answer is the existing series
    And Ann has 1 series
    And Ann's calendar holds 3 events

  Scenario: A change with an old etag is rejected
    A change of an occurrence is no change of the series.

    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=2 |
    And Ann moves the "Stand-up" of 2031-05-13 to 2031-05-13 16:00 to 16:15
    When Ann changes the series "Stand-up" with the etag that she has read to
      | title | Review |
    And Ann changes the series "Stand-up" with the etag that she has read to
      | title | Retrospective |
    Then it is rejected because "Stand-up" has changed
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 10:15 |
      | Review | 2031-05-13 16:00 to 16:15 |

  Scenario: Moving a series reschedules its reminders
    Given Ann has this series
      | title         | Stand-up                  |
      | when          | 2031-05-06 10:00 to 10:15 |
      | time zone     | Europe/Brussels           |
      | remind before | 1 hour                    |
      | repeats       | RRULE:FREQ=WEEKLY;COUNT=2 |
    And Ann has read the "Stand-up" of 2031-05-13
    When Ann changes the series "Stand-up" to
      | title | Review |
    Then the reminders of "Stand-up" for Ann are
      | before | due              | state     |
      | 1 hour | 2031-05-13 09:00 | scheduled |
    And none of its reminders is new
    When Ann changes the series "Stand-up" to
      | when | 2031-05-06 11:00 to 11:15 |
    Then the reminders of "Stand-up" for Ann are
      | before | due              | state     |
      | 1 hour | 2031-05-13 10:00 | scheduled |

  @local
  Scenario: A new name of a series does not repeat a reminder
    Given Ann books the daily series "Tea" to start in 30 minutes, with a reminder in 3 seconds
    And Ann's reminder of "Tea" arrives within 2 seconds of its time
    When Ann changes the series "Tea" to
      | title | Coffee |
    And Bob books "Cake" to start in 30 minutes, with a reminder in 2 seconds
    Then Bob's reminder of "Cake" arrives within 2 seconds of its time
    And Ann's reminder of "Tea" has arrived once

  Scenario: The client program takes a rule in words
    When Ann runs calendar_client
      """
      create --title Stand-up --start "2031-05-06 10:00" --duration 15m --repeat "every Tue, 4 times"
      """
    Then it succeeds and prints "Repeats      every Tuesday, 4 times"
    And it succeeds and prints "Occurrences  4"
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |
      | Stand-up | 2031-05-20 10:00 to 10:15 |
      | Stand-up | 2031-05-27 10:00 to 10:15 |
    When Ann runs calendar_client
      """
      series update SERIES --from 2031-05-20 --start 11:00
      """
    Then it succeeds and prints "Changed, and split in two"
    When Ann runs calendar_client
      """
      week --date 2031-05-20
      """
    Then it succeeds and prints "11:00 – 11:15  Stand-up (repeats)"
    When Ann runs calendar_client
      """
      series list
      """
    Then it succeeds and prints "first Tue 20 May 2031 11:00 – 11:15"
    When Ann runs calendar_client
      """
      series delete SERIES --from "27 May 2031"
      """
    Then it succeeds and prints "Deleted: 1 occurrence"
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |
      | Stand-up | 2031-05-20 11:00 to 11:15 |
