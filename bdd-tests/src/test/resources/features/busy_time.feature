Feature: Busy time
  Two events of one owner never overlap. Who tries is told which event is in the way (the earliest,
  if there are several) and when it is: code FAILED_PRECONDITION, reason DATE_BUSY.

  Scenario Outline: Time that is taken cannot be booked again
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann books "Interview" from 2031-05-06 <from> to <to>
    Then it is refused, Ann's "Stand-up" is in the way
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 11:00 |

    Examples: overlapping by
      | from            | to              |
      | 10:00           | 11:00           |
      | 09:30           | 10:30           |
      | 10:30           | 11:30           |
      | 10:15           | 10:45           |
      | 09:00           | 12:00           |
      | 10:00           | 10:01           |
      | 09:00           | 10:00:00.000001 |
      | 10:59:59.999999 | 12:00           |

  Scenario: An event may begin when another ends
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann books "Breakfast" from 2031-05-06 09:00 to 10:00
    And Ann books "Interview" from 2031-05-06 11:00 to 12:00
    Then Ann's calendar holds
      | event     | when                      |
      | Breakfast | 2031-05-06 09:00 to 10:00 |
      | Stand-up  | 2031-05-06 10:00 to 11:00 |
      | Interview | 2031-05-06 11:00 to 12:00 |

  Scenario: Of several events in the way the earliest is named
    Given Ann has these events
      | event     | when                      |
      | Lunch     | 2031-05-06 12:00 to 13:00 |
      | Stand-up  | 2031-05-06 10:00 to 10:15 |
      | Interview | 2031-05-06 14:00 to 15:00 |
    When Ann books "Workshop" from 2031-05-06 09:00 to 17:00
    Then it is refused, Ann's "Stand-up" is in the way

  Scenario: Owners do not stand in each other's way
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Bob books "Stand-up" from 2031-05-06 10:00 to 11:00
    Then it is booked

  Scenario: Deleting an event frees its time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann deletes "Stand-up"
    When Ann books "Interview" from 2031-05-06 10:30 to 11:30
    Then it is booked

  Scenario: Moving an event frees its former time
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann moves "Stand-up" to 2031-05-06 16:00 to 17:00
    When Ann books "Interview" from 2031-05-06 10:00 to 11:00
    Then it is booked

  Scenario: An event cannot be moved to where another is, and stays where it was
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann has "Lunch" from 2031-05-06 12:00 to 13:00
    When Ann moves "Lunch" to 2031-05-06 10:59 to 11:59
    Then it is refused, Ann's "Stand-up" is in the way
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 11:00 |
      | Lunch    | 2031-05-06 12:00 to 13:00 |

  Scenario: An event is not in its own way
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann moves "Stand-up" to 2031-05-06 10:30 to 11:30
    Then Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:30 to 11:30 |

  Scenario: Of many who book the same time at once, one gets it
    When 20 clients at once book the time of Ann from 2031-05-06 10:00 to 11:00
    Then one of them gets it, the others are told that this event is in the way
    And Ann's calendar holds 1 event

  Scenario: Of many who move events to the same time at once, one gets it
    Given Ann has 20 events, one an hour from 2031-05-06 00:00
    When all of Ann's events are moved at once to 2031-05-09 10:00 to 11:00
    Then one of them gets it, the others are told that this event is in the way
    And Ann's calendar holds 20 events
