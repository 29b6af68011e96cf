Feature: Retention
  The calendar deletes old events with their reminders. The configuration sets how long events are kept after
  their end; here it is 36500 days.

  Scenario: An event older than the limit is deleted
    When Ann books "Founding" from 1925-05-06 10:00 to 11:00
    Then "Founding" is soon deleted from Ann's calendar

  Scenario: A newer event is kept
    Given Ann has "Moon landing" from 1969-07-20 20:00 to 21:00
    When Ann books "Founding" from 1925-05-06 10:00 to 11:00
    Then "Founding" is soon deleted from Ann's calendar
    And Ann's calendar holds
      | event        | when                      |
      | Moon landing | 1969-07-20 20:00 to 21:00 |
