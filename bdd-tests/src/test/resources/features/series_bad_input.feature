Feature: Invalid requests for series
  The calendar rejects an invalid request with code INVALID_ARGUMENT. The answer names the field, and the part
  of the rule that is wrong. Nothing is stored. Field names that end in a number in brackets mean a line.

  Background:
    Given Ann lives in Europe/Brussels

  Scenario Outline: A line must be valid
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | <line>                    |
    Then it is rejected as invalid because of "series.recurrence[0]"
    And the answer says "<words>"
    And Ann has 0 series
    And Ann's calendar is empty

    Examples: no line of RFC 5545
      | line                    | words                        |
      | every Tuesday           | RRULE, RDATE or EXDATE line  |
      | FREQ=DAILY              | RRULE, RDATE or EXDATE line  |
      | DTSTART:20310506T100000 | RRULE, RDATE or EXDATE line  |
      | EXRULE:FREQ=DAILY       | RRULE, RDATE or EXDATE line  |
      | RRULE:every Tuesday     | only the parts               |
      | RRULE:COUNT=3           | FREQ of                      |
      | RRULE:                  | only the parts               |

    Examples: too frequent
      | line                | words                                          |
      | RRULE:FREQ=SECONDLY | FREQ of YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY |
      | RRULE:FREQ=MINUTELY | FREQ of YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY |

    Examples: a wrong part
      | line                                    | words                      |
      | RRULE:FREQ=FORTNIGHTLY                  | FREQ of YEARLY             |
      | RRULE:FREQ=DAILY;BYMONTH=13             | BYMONTH of 1 to 12         |
      | RRULE:FREQ=WEEKLY;BYDAY=XX              | BYDAY such as              |
      | RRULE:FREQ=WEEKLY;BYDAY=2TU             | BYDAY                      |
      | RRULE:FREQ=DAILY;INTERVAL=0             | INTERVAL of 1 to           |
      | RRULE:FREQ=DAILY;COUNT=0                | COUNT of 1 to 4,000        |
      | RRULE:FREQ=DAILY;COUNT=4001             | COUNT of 1 to 4,000        |
      | RRULE:FREQ=DAILY;COUNT=3;UNTIL=20310601 | not have both COUNT and UNTIL |
      | RRULE:FREQ=DAILY;UNTIL=soon             | UNTIL such as              |
      | RRULE:FREQ=DAILY;COUNT=3;COUNT=3        | COUNT only once            |
      | RRULE:FREQ=DAILY;COLOUR=red             | only the parts             |

  Scenario Outline: A rule must fit the series
    When Ann books this series
      | title     | Stand-up        |
      | when      | <when>          |
      | time zone | Europe/Brussels |
      | repeats   | <rule>          |
    Then it is rejected as invalid because of "series.recurrence"
    And the answer says "<words>"
    And Ann has 0 series
    And Ann's calendar is empty

    Examples: it never matches
      | when                      | rule                                    | words            |
      | 2031-05-06 10:00 to 10:15 | RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31 | within 100 years |

    Examples: it does not give the first start
      | when                      | rule                                | words            |
      | 2031-05-06 10:00 to 10:15 | RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3  | 2031-05-12T10:00 |
      | 2031-05-06 10:00 to 10:15 | RRULE:FREQ=DAILY;BYHOUR=12;COUNT=3  | 2031-05-06T12:00 |

    Examples: it ends before it starts
      | when                      | rule                            | words |
      | 2031-05-06 10:00 to 10:15 | RRULE:FREQ=DAILY;UNTIL=20310101 | UNTIL |

    Examples: it gives too many occurrences
      | when                      | rule                            | words         |
      | 2031-05-06 10:00 to 10:15 | RRULE:FREQ=DAILY;UNTIL=20500101 | at most 4,000 |
      | 2021-01-05 10:00 to 10:15 | RRULE:FREQ=HOURLY               | at most 4,000 |

    Examples: busy occurrences overlap each other
      | when                                 | rule                     | words                             |
      | 2031-05-06 10:00 to 2031-05-07 16:00 | RRULE:FREQ=DAILY;COUNT=3 | not give BUSY occurrences that overlap |

    Examples: all occurrences are older than the retention time
      | when                      | rule                     | words                       |
      | 1901-05-07 10:00 to 10:15 | RRULE:FREQ=DAILY;COUNT=3 | an occurrence that ends after |

  Scenario: Free occurrences may overlap each other
    When Ann books this series
      | title        | On duty                              |
      | when         | 2031-05-06 10:00 to 2031-05-07 16:00 |
      | time zone    | Europe/Brussels                      |
      | availability | free                                 |
      | repeats      | RRULE:FREQ=DAILY;COUNT=3             |
    Then the series is booked

  Scenario: A series has one rule
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3  |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=3 |
    Then it is rejected as invalid because of "series.recurrence[1]"
    And the answer says "second RRULE"
    And Ann's calendar is empty

  Scenario Outline: Dates must be valid
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3  |
      | repeats   | <line>                    |
    Then it is rejected as invalid because of "series.recurrence[1]"
    And the answer says "<words>"
    And Ann's calendar is empty

    Examples:
      | line                                                     | words           |
      | EXDATE:tomorrow                                          | such as         |
      | EXDATE:20310231T100000                                   | such as         |
      | EXDATE;TZID=Europe/Atlantis:20310507T100000              | TZID            |
      | EXDATE;VALUE=DATE:20310507T100000                        | VALUE=DATE      |
      | RDATE;VALUE=PERIOD:20310509T100000Z/20310509T110000Z     | DATE or DATE-TIME |

  Scenario: Lines have at most 64 KiB
    When Ann books a series with 100 kB of EXDATE
    Then it is rejected as invalid because of "series.recurrence"
    And the answer says "at most 65,536 characters"
    And Ann's calendar is empty

  Scenario: A series needs a rule
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
    Then it is rejected as invalid because of "series.recurrence"
    And Ann's calendar is empty

  Scenario Outline: A series needs a time zone
    When Ann books this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | <zone>                    |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3  |
    Then it is rejected as invalid because of "series.time_zone"
    And Ann's calendar is empty

    Examples:
      | zone            |
      |                 |
      | Europe/Atlantis |
      | +02:00          |

  Scenario: A series starts in whole seconds
    When Ann books this series
      | title     | Stand-up                    |
      | when      | 2031-05-06 10:00:00.5 to 10:15 |
      | time zone | Europe/Brussels             |
      | repeats   | RRULE:FREQ=DAILY;COUNT=3    |
    Then it is rejected as invalid because of "series.start_time"

  Scenario: Dates and times do not mix
    When Ann books this series
      | title   | Fair                                        |
      | when    | 2031-05-06 10:00 to 18:00                   |
      | when    | 2031-05-06 to 2031-05-07 in Europe/Brussels |
      | repeats | RRULE:FREQ=WEEKLY;COUNT=3                   |
    Then it is rejected as invalid because of
      | series.start_time |
      | series.end_time   |
    And Ann's calendar is empty

  Scenario Outline: An all-day series has no times
    When Ann books this series
      | title   | Fair                                        |
      | when    | 2031-05-06 to 2031-05-07 in Europe/Brussels |
      | repeats | <first line>                                |
      | repeats | <second line>                               |
    Then it is rejected as invalid because of "<field>"
    And the answer says "because the series is all-day"
    And Ann's calendar is empty

    Examples:
      | first line                         | second line            | field                |
      | RRULE:FREQ=HOURLY;COUNT=3          | EXDATE:20310513        | series.recurrence[0] |
      | RRULE:FREQ=DAILY;BYHOUR=10;COUNT=3 | EXDATE:20310513        | series.recurrence[0] |
      | RRULE:FREQ=DAILY;COUNT=3           | RDATE:20310520T100000Z | series.recurrence[1] |

  Scenario: Fields of an event must be valid in a series too
    When Ann books this series
      | title         |                           |
      | when          | 2031-05-06 10:00 to 09:00 |
      | time zone     | Europe/Brussels           |
      | remind before | 400 days                  |
      | repeats       | RRULE:FREQ=DAILY;COUNT=3  |
    Then it is rejected as invalid because of
      | series.title            |
      | series.end_time         |
      | series.remind_before[0] |
    And Ann's calendar is empty

  Scenario Outline: "From" must be the original start of an occurrence
    Given Ann has this series
      | title     | Stand-up                                    |
      | when      | 2031-05-06 10:00 to 10:15                   |
      | time zone | Europe/Brussels                             |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=4                   |
      | repeats   | EXDATE;TZID=Europe/Brussels:20310520T100000 |
    And Ann moves the "Stand-up" of 2031-05-13 to 2031-05-14 15:00 to 15:15
    When Ann changes the series "Stand-up" from <from> on to
      | title | Review |
    Then it is rejected as invalid because of "<field>"
    And Ann has 1 series
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-14 15:00 to 15:15 |
      | Stand-up | 2031-05-27 10:00 to 10:15 |

    Examples: another time, another day, after the end
      | from             | field     |
      | 2031-05-13 10:30 | from_time |
      | 2031-05-12 10:00 | from_time |
      | 2031-06-03 10:00 | from_time |

    Examples: the new start of a moved occurrence, and one that is left out
      | from             | field     |
      | 2031-05-14 15:00 | from_time |
      | 2031-05-20 10:00 | from_time |

    Examples: a date in a timed series
      | from       | field     |
      | 2031-05-13 | from_date |

  Scenario Outline: "From" of an all-day series is a date
    Given Ann has this series
      | title   | Fair                                        |
      | when    | 2031-05-06 to 2031-05-07 in Europe/Brussels |
      | repeats | RRULE:FREQ=WEEKLY;COUNT=4                   |
    When Ann changes the series "Fair" from <from> on to
      | title | Review |
    Then it is rejected as invalid because of "<field>"
    And Ann has 1 series

    Examples:
      | from             | field     |
      | 2031-05-13 00:00 | from_time |
      | 2031-05-14       | from_date |

  Scenario Outline: An invalid change is rejected
    Given Ann has this series
      | title     | Stand-up                  |
      | when      | 2031-05-06 10:00 to 10:15 |
      | time zone | Europe/Brussels           |
      | repeats   | RRULE:FREQ=WEEKLY;COUNT=2 |
    When Ann changes "<mask>" of the series "Stand-up" to
      | title   | Review                    |
      | when    | 2031-05-06 10:00 to 09:00 |
      | repeats | RRULE:FREQ=SECONDLY       |
    Then it is rejected as invalid because of "<field>"
    And Ann's calendar holds
      | event    | when                      |
      | Stand-up | 2031-05-06 10:00 to 10:15 |
      | Stand-up | 2031-05-13 10:00 to 10:15 |

    Examples: invalid values
      | mask       | field                |
      | end_time   | series.end_time      |
      | recurrence | series.recurrence[0] |
      | time_zone  | series.time_zone     |

    Examples: fields that a client cannot set
      | mask               | field       |
      | colour             | update_mask |
      | title,colour       | update_mask |
      | series.title       | update_mask |
      | ical_recurrence_id | update_mask |
      | occurrence_count   | update_mask |
      | booked_until       | update_mask |
      | start_date         | update_mask |

  Scenario Outline: A series id must be a UUID
    When Ann asks to <do> the series "<id>"
    Then it is rejected as invalid because of "<field>"

    Examples:
      | do     | id       | field     |
      | read   |          | id        |
      | read   | Stand-up | id        |
      | delete | Stand-up | id        |
      | change | Stand-up | series.id |

  Scenario Outline: An unknown series is not found
    When Ann asks to <do> the series "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b"
    Then it is rejected because the series does not exist

    Examples:
      | do     |
      | read   |
      | change |
      | delete |
