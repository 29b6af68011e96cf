Feature: Importing the calendar files of other programs
  A calendar file can be imported again and again: what the file changed is changed, what it
  cancelled is deleted, and nothing is booked twice. The higher SEQUENCE of an event counts, then
  the later LAST-MODIFIED.

  Scenario: A file that is imported again changes nothing
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 11:30 |
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 11:30 |
    Then the import ends with "0 created, 0 updated, 2 unchanged, 0 cancelled, 0 busy, 0 skipped"

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

  Scenario: A cancelled event goes
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    When Ann imports
      | uid   | title | when                      | sequence | status    |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 1        | CANCELLED |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 1 cancelled, 0 busy, 0 skipped"
    And Ann's calendar holds 0 events

  Scenario: A cancelled event stays away when an older file is imported again
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

  Scenario: An event moves into the time that a later one of the file leaves
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
      | bus@x | Bus   | 2031-05-06 11:00 to 12:00 |
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 11:00 to 12:00 | 1        |
      | bus@x | Bus   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 2 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  Scenario: The earlier event of the file gets a time that two want
    When Ann imports
      | uid   | title | when                      |
      | bus@x | Bus   | 2031-05-06 10:30 to 11:30 |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 1 busy, 0 skipped"
    And Ann's calendar holds
      | event | when                      |
      | Bus   | 2031-05-06 10:30 to 11:30 |

  Scenario: An event that was changed here stays as it is
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

  Scenario: A higher sequence replaces what was changed here, and the import says so
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann moves "Tea" to 2031-05-06 16:00 to 17:00
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 1 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"
    And it reports "was changed in the calendar; replaced by the file's higher SEQUENCE"
    And Ann's calendar holds
      | event | when                      |
      | Tea   | 2031-05-06 12:00 to 13:00 |

  Scenario: An event that was deleted here comes back only with a higher sequence
    Given Ann has imported
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    And Ann deletes "Tea"
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped"
    And it reports "was deleted in the calendar"
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 | 1        |
    Then the import ends with "1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  Scenario: Another event under the same UID is never swallowed
    Given Ann has imported
      | uid       | title         | when                      |
      | 0@default | Autumn course | 2030-10-06 10:00 to 11:00 |
    When Ann imports
      | uid       | title         | when                      |
      | 0@default | Spring course | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped"
    And it reports "same UID, different event"

  Scenario: The events of the first importer are taken over
    Given the importer of version 0.1 has booked Ann's "Tea" with the UID "tea@x" from 2031-05-06 10:00 to 11:00
    When Ann imports
      | uid   | title | when                      |
      | tea@x | Tea   | 2031-05-06 10:00 to 11:00 |
    Then the import ends with "0 created, 0 updated, 1 unchanged, 0 cancelled, 0 busy, 0 skipped"
    When Ann imports
      | uid   | title | when                      | sequence |
      | tea@x | Tea   | 2031-05-06 12:00 to 13:00 | 1        |
    Then the import ends with "0 created, 1 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped"

  @local
  Scenario: Files as real programs write them
    Then every file of other programs is imported as expected
