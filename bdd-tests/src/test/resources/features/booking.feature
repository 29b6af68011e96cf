Feature: Booking
  An event takes a stretch of its owner's time. The calendar gives it an id, keeps it until it is
  deleted, and plans a reminder for each of the times that its owner asked for.

  Scenario: An event is booked and can be read
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    Then it is booked
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-06 10:00 to 10:30 |

  Scenario: Everything that an event can say
    When Ann books this event
      | title         | Release party             |
      | description   | Bring cake 🎂 for twenty  |
      | when          | 2031-05-06 15:00 to 17:30 |
      | remind before | 1 day, 15 minutes         |
    Then Ann finds "Release party" to be
      | title         | Release party             |
      | description   | Bring cake 🎂 for twenty  |
      | when          | 2031-05-06 15:00 to 17:30 |
      | remind before | 1 day, 15 minutes         |

  Scenario: The calendar plans a reminder for each time asked for, the earliest first
    When Ann books this event
      | title         | Flight to Lisbon                     |
      | when          | 2031-05-06 06:40 to 2031-05-06 09:25 |
      | remind before | 2 hours, 0 minutes, 1 day            |
    Then the reminders of "Flight to Lisbon" for Ann are
      | before    | due              | state     |
      | 1 day     | 2031-05-05 06:40 | scheduled |
      | 2 hours   | 2031-05-06 04:40 | scheduled |
      | 0 minutes | 2031-05-06 06:40 | scheduled |

  Scenario: An event without reminders
    When Ann books "Lunch" from 2031-05-06 12:00 to 13:00
    Then Ann has no reminders of "Lunch"

  Scenario: An event says when it was created
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    Then "Dentist" was created now and not changed since

  Scenario: An event has microseconds, finer parts are cut off
    When Ann books "Eclipse" from 2031-05-21 07:15:00.123456789 to 07:16:02.000001999
    Then Ann's calendar holds
      | event   | when                                          |
      | Eclipse | 2031-05-21 07:15:00.123456 to 07:16:02.000001 |

  Scenario Outline: The largest that an event may be
    When Ann books an event <with>
    Then it is booked
    And Ann's calendar holds 1 event

    Examples:
      | with                                     |
      | with a title of 255 characters           |
      | with a title of 255 emoji                |
      | with a description of 10000 characters   |
      | of 366 days                              |
      | of a microsecond                         |
      | in the last hour of year 9999            |
      | with reminders from 0 to 366 days before |

  Scenario: An event may be as long ago as year 1, though it will not be kept for long
    When Ann books an event in the first hour of year 1
    Then it is booked

  Scenario: A deleted event is gone
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann deletes "Dentist"
    Then Ann's calendar is empty
    And Ann no longer finds "Dentist"

  Scenario: An event can be deleted once
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    And Ann deletes "Dentist"
    When Ann deletes "Dentist"
    Then there is no such event

  Scenario: Nobody reaches another owner's event
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    Then Bob finds no event under the id of Ann's "Dentist"
    And Bob cannot change Ann's "Dentist"
    And Bob cannot delete Ann's "Dentist"
    And Ann's calendar holds 1 event
