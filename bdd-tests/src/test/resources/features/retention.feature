Feature: Retention
  The calendar does not keep events for ever. Those that ended longer ago than it is configured to keep
  them are deleted, with their reminders. The calendar of these features keeps them for 36500 days.

  Scenario: An event that ended too long ago is deleted
    When Ann books "Founding" from 1925-05-06 10:00 to 11:00
    Then "Founding" soon is gone from Ann's calendar

  Scenario: A later one is kept
    Given Ann has "Moon landing" from 1969-07-20 20:00 to 21:00
    When Ann books "Founding" from 1925-05-06 10:00 to 11:00
    Then "Founding" soon is gone from Ann's calendar
    And Ann's calendar holds
      | event        | when                      |
      | Moon landing | 1969-07-20 20:00 to 21:00 |
