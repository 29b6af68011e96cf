Feature: Booking
  An event takes a period of its owner's time. The calendar gives the event an id and stores it until it is
  deleted. It schedules a reminder for each time that the owner asks for.

  @entrance
  Scenario: A booked event can be read
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    Then it is booked
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-06 10:00 to 10:30 |

  Scenario: An event has a title, a description, a time and reminders
    When Ann books this event
      | title         | Release party             |
      | description   | Bring cake 🎂 for twenty  |
      | when          | 2031-05-06 15:00 to 17:30 |
      | remind before | 1 day, 15 minutes         |
    Then Ann's "Release party" is now
      | title         | Release party             |
      | description   | Bring cake 🎂 for twenty  |
      | when          | 2031-05-06 15:00 to 17:30 |
      | remind before | 1 day, 15 minutes         |

  Scenario: An event may have a location and a time zone
    The time zone is the one that the event was planned in. It does not change the times.

    When Ann books this event
      | title     | Release party             |
      | when      | 2031-05-06 15:00 to 17:30 |
      | location  | Café 🎂, Rue Haute 4      |
      | time zone | Europe/Brussels           |
    Then Ann's "Release party" is now
      | title     | Release party             |
      | when      | 2031-05-06 15:00 to 17:30 |
      | location  | Café 🎂, Rue Haute 4      |
      | time zone | Europe/Brussels           |

  Scenario: The calendar schedules all reminders, earliest first
    When Ann books this event
      | title         | Flight to Lisbon                     |
      | when          | 2031-05-06 06:40 to 2031-05-06 09:25 |
      | remind before | 2 hours, 0 minutes, 1 day            |
    Then the reminders of "Flight to Lisbon" for Ann are
      | before    | due              | state     |
      | 1 day     | 2031-05-05 06:40 | scheduled |
      | 2 hours   | 2031-05-06 04:40 | scheduled |
      | 0 minutes | 2031-05-06 06:40 | scheduled |

  Scenario: An event may have no reminders
    When Ann books "Lunch" from 2031-05-06 12:00 to 13:00
    Then Ann has no reminders of "Lunch"

  Scenario: An event has its creation time
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    Then "Dentist" was created now and not changed since

  Scenario: Times are cut to microseconds
    When Ann books "Eclipse" from 2031-05-21 07:15:00.123456789 to 07:16:02.000001999
    Then Ann's calendar holds
      | event   | when                                          |
      | Eclipse | 2031-05-21 07:15:00.123456 to 07:16:02.000001 |

  Scenario Outline: Events up to the limits are booked
    When Ann books an event <with>
    Then it is booked
    And Ann's calendar holds 1 event

    Examples:
      | with                                     |
      | with a title of 255 characters           |
      | with a title of 255 emoji                |
      | with a description of 10000 characters   |
      | with a location of 1000 emoji            |
      | of 366 days                              |
      | of a microsecond                         |
      | in the last hour of year 9999            |
      | with reminders from 0 to 366 days before |

  Scenario: An event may be in year 1
    When Ann books an event in the first hour of year 1
    Then it is booked

  Scenario: A deleted event cannot be read
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann deletes "Dentist"
    Then Ann's calendar is empty
    And Ann can no longer read "Dentist"

  @entrance
  Scenario: An event can be deleted only once
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    And Ann deletes "Dentist"
    When Ann deletes "Dentist"
    Then it is rejected because the event does not exist

  Scenario: An owner has no access to another owner's event
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    Then Bob cannot read Ann's "Dentist"
    And Bob cannot change Ann's "Dentist"
    And Bob cannot delete Ann's "Dentist"
    And Ann's calendar holds 1 event

  @entrance
  Scenario: The UID of a calendar file is used once
    Given Ann has this event
      | title | Tea                       |
      | when  | 2031-05-06 10:00 to 11:00 |
      | UID   | tea@x                     |
    When Ann books this event
      | title | Tea                       |
      | when  | 2031-05-07 10:00 to 11:00 |
      | UID   | tea@x                     |
    Then it is rejected because Ann's "Tea" has the same UID
    And Ann's calendar holds 1 event
