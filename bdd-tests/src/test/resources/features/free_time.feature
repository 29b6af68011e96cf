Feature: Free time
  During most events their owner is busy. During a free event, such as a birthday, the owner stays free: the
  event may overlap any other event. Only busy events refuse each other. Events with the same start are
  listed in the order of their ids.

  Scenario: A free event may overlap any other event
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann books the free event "Sale" from 2031-05-06 10:00 to 11:00
    Then it is booked
    When Ann books the free event "Birthday" from 2031-05-06 to 2031-05-07 in UTC
    Then it is booked
    And Ann's "Birthday" is now
      | title        | Birthday                        |
      | when         | 2031-05-06 to 2031-05-07 in UTC |
      | availability | free                            |
    And Ann's calendar holds 3 events

  Scenario: A busy event may overlap free events
    Given Ann has the free event "Birthday" from 2031-05-06 to 2031-05-07 in UTC
    And Ann has the free event "Sale" from 2031-05-06 10:00 to 11:00
    When Ann books "Stand-up" from 2031-05-06 10:00 to 11:00
    Then it is booked
    And Ann's "Stand-up" is now
      | title        | Stand-up                  |
      | when         | 2031-05-06 10:00 to 11:00 |
      | availability | busy                      |

  Scenario: A conflict names the busy event, not the free ones
    Given Ann has the free event "Birthday" from 2031-05-06 to 2031-05-07 in UTC
    And Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann has the free event "Sale" from 2031-05-06 10:00 to 11:00
    When Ann books "Interview" from 2031-05-06 09:00 to 12:00
    Then it is rejected because it overlaps Ann's "Stand-up"

  Scenario: A free event can move to a busy time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann has the free event "Sale" from 2031-05-06 14:00 to 15:00
    When Ann moves "Sale" to 2031-05-06 10:30 to 11:30
    Then Ann's "Sale" is now
      | title        | Sale                      |
      | when         | 2031-05-06 10:30 to 11:30 |
      | availability | free                      |

  Scenario: A busy event can move to the time of a free event
    Given Ann has the free event "Sale" from 2031-05-06 10:00 to 11:00
    And Ann has "Stand-up" from 2031-05-06 14:00 to 15:00
    When Ann moves "Stand-up" to 2031-05-06 10:30 to 11:30
    Then Ann's "Stand-up" is now
      | title | Stand-up                  |
      | when  | 2031-05-06 10:30 to 11:30 |

  Scenario: A free event becomes busy only if its time is not taken
    Given Ann has the free event "Sale" from 2031-05-06 09:00 to 12:00
    And Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann makes "Sale" busy
    Then it is rejected because it overlaps Ann's "Stand-up"
    And Ann's "Sale" is now
      | title        | Sale                      |
      | when         | 2031-05-06 09:00 to 12:00 |
      | availability | free                      |

  Scenario: A free event that becomes busy takes its time
    Given Ann has the free event "Sale" from 2031-05-06 10:00 to 11:00
    And Ann has the free event "Birthday" from 2031-05-06 to 2031-05-07 in UTC
    When Ann makes "Sale" busy
    Then Ann's "Sale" is now
      | title        | Sale                      |
      | when         | 2031-05-06 10:00 to 11:00 |
      | availability | busy                      |
    When Ann books "Interview" from 2031-05-06 10:30 to 11:30
    Then it is rejected because it overlaps Ann's "Sale"

  Scenario: A busy event that becomes free frees its time at once
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann makes "Stand-up" free
    And Ann books "Interview" from 2031-05-06 10:30 to 11:30
    Then it is booked
    When Ann makes "Stand-up" busy
    Then it is rejected because it overlaps Ann's "Interview"

  Scenario: Only one of many free events becomes busy at once
    Given Ann has 20 free events from 2031-05-06 10:00 to 11:00
    When all of Ann's events become busy at once
    Then one of them succeeds and the others overlap its event
    And Ann's calendar holds 20 events

  Scenario: A free event keeps its reminders when it becomes busy
    Given Ann has this event
      | title         | Sale                      |
      | when          | 2031-05-06 10:00 to 11:00 |
      | availability  | free                      |
      | remind before | 1 hour                    |
    When Ann makes "Sale" busy
    Then the reminders of "Sale" for Ann are
      | before | due              | state     |
      | 1 hour | 2031-05-06 09:00 | scheduled |
    And none of its reminders is new

  Scenario Outline: Events with one start are listed in the order of their ids
    Given Ann has the free event "Sale" from 2031-05-06 14:00 to 15:00
    And Ann has 3 free events from 2031-05-06 10:00 to 12:00
    And Ann has "Stand-up" from 2031-05-06 10:00 to 10:30
    And Ann has the free event "Breakfast" from 2031-05-06 07:00 to 10:30
    And Ann moves "Sale" to 2031-05-06 10:00 to 11:00
    When Ann lists <what>, 100 events per page
    Then all 6 events are listed once, ordered by start, then id

    Examples:
      | what                      |
      | 2031-05-06                |
      | the week from 2031-05-06  |
      | the month from 2031-05-06 |
      | 2031-05-06 10:00 to 12:00 |
      | 2031-05-06 10:15 to 10:45 |

  Scenario Outline: Pages can end between events with one start
    Given Ann has 50 free events from 2031-05-06 10:00 to 11:00
    When Ann lists <what>, 7 events per page
    Then the pages hold 7, 7, 7, 7, 7, 7, 7 and 1 events
    And all 50 events are listed once, ordered by start, then id

    Examples:
      | what                      |
      | 2031-05-06                |
      | the week from 2031-05-06  |
      | the month from 2031-05-06 |
      | 2031-05-06 10:00 to 11:00 |
      | 2031-05-06 10:30 to 10:45 |
