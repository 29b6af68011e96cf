Feature: Importing the calendar files of other programs
  A calendar file can be imported repeatedly. A new version of the file updates changed events and deletes
  cancelled events. No event is booked twice. The higher SEQUENCE of an event wins, then the later
  LAST-MODIFIED.

  Scenario: A repeated import of the same file changes nothing
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 11:30 |
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 11:30 |
    Then the import ends with "0 created, 0 updated, 2 unchanged, 0 cancelled, 0 busy, 0 skipped"

  @entrance
  Scenario: A higher sequence moves the event
    Given Ann has imported
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 0        |
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 14:00 to 15:00 | 1        |
    Then the import ends with "0 created, 1 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And Ann's calendar holds
      | event | when                      |
      | Tea   | 2031-05-06 14:00 to 15:00 |

  Scenario: A cancelled event is deleted
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    When Ann imports
      | uid   | title | when                      | sequence | status    |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 1        | CANCELLED |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 1 cancelled, 0 busy, 0 skipped"
    And Ann's calendar holds 0 events

  Scenario: An older file does not bring back a cancelled event
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann imports
      | uid   | title | when                      | sequence | status    |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 3        | CANCELLED |
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 14:00 to 15:00 | 1        |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped"
    And Ann's calendar holds 0 events

  Scenario: An event may move to the old time of a later event
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 12:00 |
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 11:00 to 12:00 | 1        |
      | bus@x | Bus   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 2 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  Scenario: Of two overlapping events, the first in the file is booked
    When Ann imports
      | uid   | title | when                      |
      | bus@x | Bus   | 2031-05-06 10:30 to 11:30 |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 1 busy, 0 skipped"
    And Ann's calendar holds
      | event | when                      |
      | Bus   | 2031-05-06 10:30 to 11:30 |

  Scenario: An event changed in the calendar stays as it is
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann moves "Tea" to 2031-05-06 16:00 to 17:00
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 1 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And Ann's calendar holds
      | event | when                      |
      | Tea   | 2031-05-06 16:00 to 17:00 |

  Scenario: A higher sequence replaces a change made in the calendar
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann moves "Tea" to 2031-05-06 16:00 to 17:00
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 1 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And it reports "replaced a change made in the calendar: the file has a higher SEQUENCE"
    And Ann's calendar holds
      | event | when                      |
      | Tea   | 2031-05-06 12:00 to 13:00 |

  Scenario: A deleted event needs a higher sequence to return
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann deletes "Tea"
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped"
    And it reports "deleted in the calendar"
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 1        |
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  Scenario: A different event with the same UID is reported
    Given Ann has imported
      | uid       | title         | when                      |
      | 0@default | Autumn course | 2030-10-06 10:00 to 11:00 |
    When Ann imports
      | uid       | title         | when                      |
      | 0@default | Spring course | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped"
    And it reports "same UID, different event"

  Scenario: Events of importer version 0.1 are adopted
    Given the importer of version 0.1 has booked Ann's "Tea" with the UID "tea@x" from 2031-05-06 10:00 to 11:00
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 1 unchanged, 0 cancelled, 0 busy, 0 skipped"
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 1 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  Scenario: An event with dates becomes an all-day event in the time zone of its calendar
    When Ann imports this file
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-TIMEZONE:Europe/Brussels
      BEGIN:VEVENT
      UID:fair@x
      SUMMARY:Fair
      DTSTART;VALUE=DATE:20310506
      DTEND;VALUE=DATE:20310508
      END:VEVENT
      END:VCALENDAR
      """
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-08 in Europe/Brussels |

  Scenario: A transparent event is free
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann imports this file
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:sale@x
      SUMMARY:Sale
      DTSTART:20310506T100000Z
      DTEND:20310506T110000Z
      TRANSP:TRANSPARENT
      END:VEVENT
      END:VCALENDAR
      """
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And Ann's "Sale" is now
      | title        | Sale                      |
      | when         | 2031-05-06 10:00 to 11:00 |
      | availability | free                      |

  Scenario: An event keeps its location and time zone
    When Ann imports this file
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:fair@x
      SUMMARY:Fair
      LOCATION:Hall 4\, Rue Haute
      DTSTART;TZID=Europe/Brussels:20310506T100000
      DTEND;TZID=Europe/Brussels:20310506T180000
      END:VEVENT
      END:VCALENDAR
      """
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And Ann's "Fair" is now
      | title     | Fair                      |
      | when      | 2031-05-06 08:00 to 16:00 |
      | location  | Hall 4, Rue Haute         |
      | time zone | Europe/Brussels           |

  @local
  Scenario: Files of real programs are imported as expected
    Then every file of other programs is imported as expected
