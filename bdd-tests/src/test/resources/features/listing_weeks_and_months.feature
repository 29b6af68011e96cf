Feature: Listing weeks, months and any other period
  A week is seven days from a date. A month ends before the same day of the next month, or before the last
  day if the next month is shorter. Both follow the time zone, including clock changes.

  Scenario Outline: A week is seven days from any day
    Given Ann lives in <zone>
    And Ann has events right before and after the midnights of <first day> and <day after>
    When Ann looks at the week from <first day>
    Then Ann sees
      | after the first midnight |
      | before the last midnight |

    Examples: an ordinary week
      | zone            | first day  | day after  |
      | UTC             | 2026-11-30 | 2026-12-07 |
      | Europe/Brussels | 2026-12-03 | 2026-12-10 |
      | Asia/Tokyo      | 2028-02-26 | 2028-03-04 |

    Examples: the clocks go forward
      | zone             | first day  | day after  |
      | Europe/Brussels  | 2026-03-23 | 2026-03-30 |
      | Europe/Brussels  | 2026-03-29 | 2026-04-05 |
      | America/New_York | 2026-03-02 | 2026-03-09 |

    Examples: the clocks go back
      | zone             | first day  | day after  |
      | Europe/Brussels  | 2026-10-19 | 2026-10-26 |
      | Europe/Brussels  | 2026-10-25 | 2026-11-01 |
      | America/New_York | 2026-10-26 | 2026-11-02 |

    Examples: the zone skips a day
      | zone         | first day  | day after  |
      | Pacific/Apia | 2011-12-26 | 2012-01-02 |

  Scenario Outline: A month ends before the same day of the next month
    Given Ann lives in <zone>
    And Ann has events right before and after the midnights of <first day> and <day after>
    When Ann looks at the month from <first day>
    Then Ann sees
      | after the first midnight |
      | before the last midnight |

    Examples:
      | zone            | first day  | day after  |
      | UTC             | 2026-11-01 | 2026-12-01 |
      | UTC             | 2026-12-15 | 2027-01-15 |
      | UTC             | 2026-02-28 | 2026-03-28 |
      | Europe/Brussels | 2026-03-01 | 2026-04-01 |
      | Europe/Brussels | 2026-10-01 | 2026-11-01 |

    Examples: the next month is shorter
      | zone            | first day  | day after  |
      | UTC             | 2026-01-31 | 2026-02-28 |
      | UTC             | 2026-01-29 | 2026-02-28 |
      | UTC             | 2026-03-31 | 2026-04-30 |
      | Europe/Brussels | 2026-08-31 | 2026-09-30 |

    Examples: leap years
      | zone | first day  | day after  |
      | UTC  | 2028-01-31 | 2028-02-29 |
      | UTC  | 2028-01-29 | 2028-02-29 |
      | UTC  | 2028-02-29 | 2028-03-29 |
      | UTC  | 2100-01-30 | 2100-02-28 |

  @entrance
  Scenario: Weeks and months list all overlapping events
    Given Ann has these events
      | event      | when                                 |
      | Sabbatical | 2031-01-01 00:00 to 2031-12-31 00:00 |
    When Ann looks at the week from 2031-05-06
    Then Ann sees 1 event
    When Ann looks at the month from 2031-05-06
    Then Ann sees 1 event

  Scenario Outline: A period lists the events that overlap it
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    When Ann looks at 2031-05-06 <from> to <to>
    Then Ann sees <events>

    Examples:
      | from            | to              | events  |
      | 09:00           | 12:00           | 1 event |
      | 10:15           | 10:45           | 1 event |
      | 10:59:59.999999 | 12:00           | 1 event |
      | 09:00           | 10:00:00.000001 | 1 event |
      | 09:00           | 10:00           | nothing |
      | 11:00           | 12:00           | nothing |
