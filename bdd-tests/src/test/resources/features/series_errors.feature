Feature: Errors of series
  The calendar rejects a series if the time of an occurrence is taken, with code FAILED_PRECONDITION and reason
  DATE_BUSY. The metadata name the first conflict, and have the number of conflicts. A detail lists the first 20.
  The error is small enough for gRPC clients with default limits, also behind a proxy.

  Scenario Outline: A rejected series lists its first conflicts
    Given Ann has an hour booked on <booked> days from 2031-05-06 10:00
    When Ann books an hour on <days> days from 2031-05-06 10:00
    Then it is rejected because of <conflicts> conflicts
    And the error names the first <listed> of Ann's events

    Examples:
      | booked | days | conflicts | listed |
      | 3      | 5    | 3         | 3      |
      | 25     | 20   | 20        | 20     |
      | 300    | 400  | 300       | 20     |
