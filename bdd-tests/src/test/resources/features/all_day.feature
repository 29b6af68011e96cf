Feature: All-day events
  An all-day event has dates instead of times: its first day, and the day after its last day. It has a time
  zone, which decides when its days begin and end, and the calendar computes its times. Times below are in UTC.

  Scenario: An all-day event has dates and a time zone
    When Ann books this event
      | title         | Christmas                                   |
      | description   | At grandmother's                            |
      | when          | 2031-12-24 to 2031-12-27 in Europe/Brussels |
      | remind before | 1 day                                       |
    Then Ann's "Christmas" is now
      | title         | Christmas                                   |
      | description   | At grandmother's                            |
      | when          | 2031-12-24 to 2031-12-27 in Europe/Brussels |
      | remind before | 1 day                                       |
    And Ann's calendar holds
      | event     | when                                 |
      | Christmas | 2031-12-23 23:00 to 2031-12-26 23:00 |

  Scenario Outline: A day follows the time zone of the event
    When Ann books "Holiday" from <days> in <zone>
    Then Ann's calendar holds
      | event   | when    |
      | Holiday | <times> |

    Examples: an ordinary day
      | zone            | days                     | times                                |
      | UTC             | 2026-12-24 to 2026-12-25 | 2026-12-24 00:00 to 2026-12-25 00:00 |
      | Europe/Brussels | 2026-12-24 to 2026-12-25 | 2026-12-23 23:00 to 2026-12-24 23:00 |
      | Asia/Kathmandu  | 2026-12-24 to 2026-12-25 | 2026-12-23 18:15 to 2026-12-24 18:15 |

    Examples: the clocks go forward, the day has 23 hours
      | zone             | days                     | times                                |
      | Europe/Brussels  | 2026-03-29 to 2026-03-30 | 2026-03-28 23:00 to 2026-03-29 22:00 |
      | America/New_York | 2026-03-08 to 2026-03-09 | 2026-03-08 05:00 to 2026-03-09 04:00 |

    Examples: the clocks go back, the day has 25 hours
      | zone             | days                     | times                                |
      | Europe/Brussels  | 2026-10-25 to 2026-10-26 | 2026-10-24 22:00 to 2026-10-25 23:00 |
      | America/New_York | 2026-11-01 to 2026-11-02 | 2026-11-01 04:00 to 2026-11-02 05:00 |

    Examples: the clocks go forward at midnight, the day starts at 01:00
      | zone             | days                     | times                                |
      | America/Santiago | 2026-09-05 to 2026-09-06 | 2026-09-05 04:00 to 2026-09-06 04:00 |
      | America/Santiago | 2026-09-06 to 2026-09-07 | 2026-09-06 04:00 to 2026-09-07 03:00 |

    Examples: the zone skipped 30 December
      | zone         | days                     | times                                |
      | Pacific/Apia | 2011-12-29 to 2011-12-30 | 2011-12-29 10:00 to 2011-12-30 10:00 |
      | Pacific/Apia | 2011-12-31 to 2012-01-01 | 2011-12-30 10:00 to 2011-12-31 10:00 |
      | Pacific/Apia | 2011-12-28 to 2012-01-01 | 2011-12-28 10:00 to 2011-12-31 10:00 |

  Scenario Outline: A day that the zone skipped is rejected
    Samoa moved across the date line. There, 31 December 2011 followed 29 December.

    When Ann books "Holiday" from <days> in Pacific/Apia
    Then it is rejected as invalid because of "<field>"
    And Ann's calendar is empty

    Examples:
      | days                     | field            |
      | 2011-12-30 to 2011-12-31 | event.start_date |
      | 2011-12-30 to 2012-01-02 | event.start_date |
      | 2011-12-28 to 2011-12-31 | event.end_date   |

  Scenario: An all-day event may have 366 days
    When Ann books an event of 366 whole days
    Then it is booked

  Scenario: Reminders count from the first instant of the first day
    On 7 September 2031, Santiago's clocks go from 00:00 to 01:00, which is 04:00 in UTC.

    When Ann books this event
      | title         | Festival                                     |
      | when          | 2031-09-07 to 2031-09-08 in America/Santiago |
      | remind before | 1 day, 30 minutes                            |
    Then the reminders of "Festival" for Ann are
      | before     | due              | state     |
      | 1 day      | 2031-09-06 04:00 | scheduled |
      | 30 minutes | 2031-09-07 03:30 | scheduled |

  Scenario: An all-day event takes its owner's time
    Given Ann has "Christmas Eve" from 2031-12-24 to 2031-12-25 in Europe/Brussels
    When Ann books "Call" from 2031-12-24 22:30 to 23:00
    Then it is rejected because it overlaps Ann's "Christmas Eve"
    When Ann books "Call" from 2031-12-24 23:00 to 23:30
    Then it is booked

  Scenario: All-day events on neighbouring days do not overlap
    Given Ann has "Saturday" from 2026-09-05 to 2026-09-06 in America/Santiago
    And Ann has "Monday" from 2026-09-07 to 2026-09-08 in America/Santiago
    When Ann books "Sunday" from 2026-09-06 to 2026-09-07 in America/Santiago
    Then it is booked

  Scenario: A day of another zone may overlap
    Given Ann has "Christmas Eve" from 2031-12-24 to 2031-12-25 in Europe/Brussels
    When Ann books "Christmas Day" from 2031-12-25 to 2031-12-26 in Asia/Tokyo
    Then it is rejected because it overlaps Ann's "Christmas Eve"

  Scenario Outline: Lists in its zone hold it on its days
    Given Ann has "Christmas Eve" from 2026-12-24 to 2026-12-25 in Europe/Brussels
    And Ann lives in Europe/Brussels
    When Ann looks at <period>
    Then Ann sees <events>

    Examples:
      | period                    | events  |
      | 2026-12-23                | nothing |
      | 2026-12-24                | 1 event |
      | 2026-12-25                | nothing |
      | the week from 2026-12-17  | nothing |
      | the week from 2026-12-18  | 1 event |
      | the week from 2026-12-25  | nothing |
      | the month from 2026-11-24 | nothing |
      | the month from 2026-11-25 | 1 event |
      | the month from 2026-12-25 | nothing |

  Scenario Outline: Lists in another zone hold it on every day that it overlaps
    Given Ann has "Christmas Eve" from 2026-12-24 to 2026-12-25 in Europe/Brussels
    And Ann lives in <zone>
    When Ann looks at <period>
    Then Ann sees <events>

    Examples: in Tokyo it lasts from 24 December 08:00 to 25 December 08:00
      | zone       | period                    | events  |
      | Asia/Tokyo | 2026-12-23                | nothing |
      | Asia/Tokyo | 2026-12-24                | 1 event |
      | Asia/Tokyo | 2026-12-25                | 1 event |
      | Asia/Tokyo | 2026-12-26                | nothing |
      | Asia/Tokyo | the week from 2026-12-25  | 1 event |
      | Asia/Tokyo | the month from 2026-12-25 | 1 event |

    Examples: in New York it lasts from 23 December 18:00 to 24 December 18:00
      | zone             | period                    | events  |
      | America/New_York | 2026-12-22                | nothing |
      | America/New_York | 2026-12-23                | 1 event |
      | America/New_York | 2026-12-24                | 1 event |
      | America/New_York | 2026-12-25                | nothing |
      | America/New_York | the week from 2026-12-17  | 1 event |
      | America/New_York | the month from 2026-11-24 | 1 event |

  Scenario: A list keeps the dates in whatever zone
    Given Ann has "Christmas Eve" from 2026-12-24 to 2026-12-25 in Europe/Brussels
    When Ann looks at 2026-12-25 in Asia/Tokyo
    Then Ann sees the dates 2026-12-24 to 2026-12-25 in Europe/Brussels

  Scenario: A mask moves only the end
    Given Ann has "Fair" from 2031-05-06 to 2031-05-08 in Europe/Brussels
    When Ann changes "end_date" of "Fair" to
      | when | 2031-06-01 to 2031-05-10 in Asia/Tokyo |
    Then Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-10 in Europe/Brussels |
    And Ann's calendar holds
      | event | when                                 |
      | Fair  | 2031-05-05 22:00 to 2031-05-09 22:00 |

  Scenario: Another time zone keeps the dates and moves the times
    Given Ann has this event
      | title         | Fair                                        |
      | when          | 2031-05-06 to 2031-05-08 in Europe/Brussels |
      | remind before | 1 hour                                      |
    When Ann changes "time_zone" of "Fair" to
      | time zone | Asia/Tokyo |
    Then Ann's "Fair" is now
      | title         | Fair                                   |
      | when          | 2031-05-06 to 2031-05-08 in Asia/Tokyo |
      | remind before | 1 hour                                 |
    And Ann's calendar holds
      | event | when                                 |
      | Fair  | 2031-05-05 15:00 to 2031-05-07 15:00 |
    And the reminders of "Fair" for Ann are
      | before | due              | state     |
      | 1 hour | 2031-05-05 14:00 | scheduled |

  Scenario: An all-day event becomes timed, and all-day again
    A mask must name the times and the dates. The event has one of both.

    Given Ann has "Fair" from 2031-05-06 to 2031-05-08 in Europe/Brussels
    When Ann changes "start_time,end_time,start_date,end_date" of "Fair" to
      | when | 2031-05-06 10:00 to 18:00 |
    Then Ann's "Fair" is now
      | title     | Fair                      |
      | when      | 2031-05-06 10:00 to 18:00 |
      | time zone | Europe/Brussels           |
    When Ann changes "start_time,end_time,start_date,end_date,time_zone" of "Fair" to
      | when | 2031-05-07 to 2031-05-08 in Asia/Tokyo |
    Then Ann's "Fair" is now
      | title | Fair                                   |
      | when  | 2031-05-07 to 2031-05-08 in Asia/Tokyo |
    And Ann's calendar holds
      | event | when                                 |
      | Fair  | 2031-05-06 15:00 to 2031-05-07 15:00 |

  Scenario: Without a mask, dates make an event all-day
    Given Ann has "Fair" from 2031-05-06 10:00 to 18:00
    When Ann changes "" of "Fair" to
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-08 in Europe/Brussels |
    Then Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-08 in Europe/Brussels |

  Scenario: A mask of times does not fit an all-day event
    Given Ann has "Fair" from 2031-05-06 to 2031-05-08 in Europe/Brussels
    When Ann moves "Fair" to 2031-05-06 10:00 to 18:00
    Then it is rejected as invalid because of "update_mask"
    And the answer says "To make it timed, name start_time, end_time, start_date and end_date, and set only the times"
    And Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-08 in Europe/Brussels |

  Scenario: A mask of dates does not fit a timed event
    Given Ann has "Fair" from 2031-05-06 10:00 to 18:00
    When Ann changes "start_date,end_date,time_zone" of "Fair" to
      | when | 2031-05-06 to 2031-05-08 in Europe/Brussels |
    Then it is rejected as invalid because of "update_mask"
    And the answer says "To make it all-day, name start_time, end_time, start_date, end_date and time_zone, and set only the dates and the zone"
    And Ann's "Fair" is now
      | title | Fair                      |
      | when  | 2031-05-06 10:00 to 18:00 |
