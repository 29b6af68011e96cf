Feature: Busy time
  Two events of one owner never overlap. The calendar rejects an overlapping event with code
  FAILED_PRECONDITION and reason DATE_BUSY. The answer has the id and the times of the conflicting event; of
  several, the earliest.

  Scenario Outline: An overlapping event is rejected
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann books "Interview" from 2031-05-06 <from> to <to>
    Then it is rejected because it overlaps Ann's "Stand-up"
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 11:00 |

    Examples: times of the second event
      | from            | to              |
      | 10:00           | 11:00           |
      | 09:30           | 10:30           |
      | 10:30           | 11:30           |
      | 10:15           | 10:45           |
      | 09:00           | 12:00           |
      | 10:00           | 10:01           |
      | 09:00           | 10:00:00.000001 |
      | 10:59:59.999999 | 12:00           |

  Scenario: An event may start when another ends
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann books "Breakfast" from 2031-05-06 09:00 to 10:00
    And Ann books "Interview" from 2031-05-06 11:00 to 12:00
    Then Ann's calendar holds
      | event     | when                      |
      | Breakfast | 2031-05-06 09:00 to 10:00 |
      | Stand-up  | 2031-05-06 10:00 to 11:00 |
      | Interview | 2031-05-06 11:00 to 12:00 |

  @entrance
  Scenario: The answer names the earliest conflicting event
    Given Ann has these events
      | event     | when                      |
      | Lunch     | 2031-05-06 12:00 to 13:00 |
      | Stand-up  | 2031-05-06 10:00 to 10:15 |
      | Interview | 2031-05-06 14:00 to 15:00 |
    When Ann books "Workshop" from 2031-05-06 09:00 to 17:00
    Then it is rejected because it overlaps Ann's "Stand-up"

  Scenario: Events of different owners may overlap
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Bob books "Stand-up" from 2031-05-06 10:00 to 11:00
    Then it is booked

  Scenario: Deleting an event frees its time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann deletes "Stand-up"
    When Ann books "Interview" from 2031-05-06 10:30 to 11:30
    Then it is booked

  Scenario: Moving an event frees its old time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann moves "Stand-up" to 2031-05-06 16:00 to 17:00
    When Ann books "Interview" from 2031-05-06 10:00 to 11:00
    Then it is booked

  Scenario: An event cannot move to a busy time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann has "Lunch" from 2031-05-06 12:00 to 13:00
    When Ann moves "Lunch" to 2031-05-06 10:59 to 11:59
    Then it is rejected because it overlaps Ann's "Stand-up"
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 11:00 |
      | Lunch    | 2031-05-06 12:00 to 13:00 |

  Scenario: A moved event may overlap its old time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann moves "Stand-up" to 2031-05-06 10:30 to 11:30
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:30 to 11:30 |

  Scenario: Only one of many concurrent bookings succeeds
    When 20 clients at once book the time of Ann from 2031-05-06 10:00 to 11:00
    Then one of them succeeds and the others overlap its event
    And Ann's calendar holds 1 event

  Scenario: Only one of many concurrent moves succeeds
    Given Ann has 20 events, one per hour from 2031-05-06 00:00
    When all of Ann's events are moved at once to 2031-05-09 10:00 to 11:00
    Then one of them succeeds and the others overlap its event
    And Ann's calendar holds 20 events
