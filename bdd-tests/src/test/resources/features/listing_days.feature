Feature: Listing a day
  The list of a day contains every event that overlaps the day, earliest first. The day follows the given
  time zone (default: UTC), so it has 23 or 25 hours when clocks change.

  @entrance
  Scenario: A day lists its events ordered by start
    Given Ann has these events
      | event     | when                      |
      | Dinner    | 2031-05-06 19:00 to 21:00 |
      | Breakfast | 2031-05-06 07:00 to 08:00 |
      | Tomorrow  | 2031-05-07 10:00 to 11:00 |
      | Yesterday | 2031-05-05 10:00 to 11:00 |
      | Lunch     | 2031-05-06 12:00 to 13:00 |
    When Ann looks at 2031-05-06
    Then Ann sees
      | Breakfast |
      | Lunch     |
      | Dinner    |

  Scenario: An event is on every day that it overlaps
    Given Ann has these events
      | event       | when                                 |
      | Night train | 2031-05-05 22:00 to 2031-05-06 07:00 |
      | Conference  | 2031-05-06 09:00 to 2031-05-08 17:00 |
    When Ann looks at 2031-05-06
    Then Ann sees
      | Night train |
      | Conference  |
    When Ann looks at 2031-05-07
    Then Ann sees
      | Conference |

  Scenario: Midnight belongs to the next day
    Given Ann has these events
      | event  | when                                 |
      | Before | 2031-05-05 23:00 to 2031-05-06 00:00 |
      | First  | 2031-05-06 00:00 to 01:00            |
      | Last   | 2031-05-06 23:00 to 2031-05-07 00:00 |
      | After  | 2031-05-07 00:00 to 01:00            |
    When Ann looks at 2031-05-06
    Then Ann sees
      | First |
      | Last  |

  Scenario: A day may have no events
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann looks at 2031-05-07
    Then Ann sees nothing

  Scenario: An owner sees no events of other owners
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Bob looks at 2031-05-06
    Then Bob sees nothing

  Scenario Outline: The time zone decides the day of an event
    Given Ann has "Call" from 2031-05-06 22:30 to 23:00
    When Ann looks at <day> in <zone>
    Then Ann sees <events>

    Examples:
      | day        | zone             | events  |
      | 2031-05-06 | UTC              | 1 event |
      | 2031-05-06 | Europe/Brussels  | nothing |
      | 2031-05-07 | Europe/Brussels  | 1 event |
      | 2031-05-06 | America/New_York | 1 event |
      | 2031-05-07 | Asia/Kathmandu   | 1 event |
      | 2031-05-06 | Asia/Kathmandu   | nothing |

  Scenario Outline: The time zone decides the length of a day
    Given Ann lives in <zone>
    And around <day> Ann has a meeting in every half hour
    When Ann looks at <day>
    Then Ann sees <meetings> events

    Examples: ordinary days
      | zone            | day        | meetings |
      | UTC             | 2026-03-29 | 48       |
      | Europe/Brussels | 2026-03-28 | 48       |
      | Asia/Kathmandu  | 2026-03-29 | 48       |

    Examples: the clocks go forward
      | zone                | day        | meetings |
      | Europe/Brussels     | 2026-03-29 | 46       |
      | America/New_York    | 2026-03-08 | 46       |
      | Australia/Lord_Howe | 2026-10-04 | 47       |

    Examples: the clocks go forward at midnight, the day starts at 01:00
      | zone             | day        | meetings |
      | America/Santiago | 2026-09-06 | 46       |

    Examples: the clocks go back
      | zone                | day        | meetings |
      | Europe/Brussels     | 2026-10-25 | 50       |
      | America/New_York    | 2026-11-01 | 50       |
      | Australia/Lord_Howe | 2026-04-05 | 49       |

  Scenario: A repeated hour belongs to the day twice
    Given Ann has these events
      | event         | when                      |
      | First 02:30   | 2026-10-25 00:30 to 01:00 |
      | Second 02:30  | 2026-10-25 01:30 to 02:00 |
      | Next midnight | 2026-10-25 23:00 to 23:30 |
    When Ann looks at 2026-10-25 in Europe/Brussels
    Then Ann sees
      | First 02:30  |
      | Second 02:30 |

  Scenario: A skipped day has no events
    Samoa moved across the date line. There, 31 December 2011 followed 29 December.

    Given Ann has "Crossing" from 2011-12-30 09:00 to 11:00
    When Ann looks at 2011-12-29 in Pacific/Apia
    Then Ann sees 1 event
    When Ann looks at 2011-12-30 in Pacific/Apia
    Then Ann sees nothing
    When Ann looks at 2011-12-31 in Pacific/Apia
    Then Ann sees 1 event
