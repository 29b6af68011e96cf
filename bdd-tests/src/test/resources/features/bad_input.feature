Feature: Invalid requests
  The calendar rejects an invalid request with code INVALID_ARGUMENT. The answer lists every invalid
  field with the expected value. Nothing is stored.

  Scenario Outline: An invalid event is rejected
    When Ann books an event <that>
    Then it is rejected as invalid because of "<field>"
    And Ann's calendar is empty
    And Ann can book an ordinary event

    Examples: invalid owner
      | that                               | field          |
      | without an owner                   | event.owner_id |
      | with an owner id of 129 characters | event.owner_id |
      | with NUL in the owner id           | event.owner_id |

    Examples: invalid text
      | that                                   | field             |
      | without a title                        | event.title       |
      | with a blank title                     | event.title       |
      | with a title of 256 characters         | event.title       |
      | with NUL in the title                  | event.title       |
      | with a description of 10001 characters | event.description |
      | with a description of 3 MB             | event.description |
      | with NUL in the description            | event.description |
      | with a location of 1001 characters     | event.location    |
      | with NUL in the location               | event.location    |

    Examples: invalid time
      | that                             | field            |
      | without a start                  | event.start_time |
      | without an end                   | event.end_time   |
      | that ends before it starts       | event.end_time   |
      | of no length                     | event.end_time   |
      | of a nanosecond                  | event.end_time   |
      | of 367 days                      | event.end_time   |
      | that starts in year 0            | event.start_time |
      | that ends in year 10000          | event.end_time   |
      | with negative nanos in its start | event.start_time |

    Examples: invalid dates
      | that                                   | field            |
      | with a start date only                 | event.end_date   |
      | with an end date only                  | event.start_date |
      | that starts on 31 February             | event.start_date |
      | that ends on 31 February               | event.end_date   |
      | with an end date before its start date | event.end_date   |
      | of no whole day                        | event.end_date   |
      | of 367 whole days                      | event.end_date   |
      | with a start date in year 0            | event.start_date |
      | of a day that begins in year 0 in UTC  | event.start_date |
      | with an end date in year 10000         | event.end_date   |
      | on a day that its time zone skipped    | event.start_date |
      | until a day that its time zone skipped | event.end_date   |

    Examples: times and dates together
      | that                              | field            |
      | with dates and another start time | event.start_time |
      | with dates and another end time   | event.end_time   |
      | with a start time and an end date | event.start_date |
      | with a start date and an end time | event.end_date   |

    Examples: invalid time zone
      | that                          | field           |
      | with dates but no time zone   | event.time_zone |
      | with dates in Europe/Atlantis | event.time_zone |
      | with dates in +02:00          | event.time_zone |
      | in Europe/Atlantis            | event.time_zone |

    Examples: unknown availability
      | that                         | field              |
      | with an unknown availability | event.availability |

    Examples: invalid reminders
      | that                            | field                  |
      | with a reminder after its start | event.remind_before[0] |
      | with a reminder 400 days before | event.remind_before[0] |
      | with six reminders              | event.remind_before    |
      | with the same reminder twice    | event.remind_before[1] |
      | with a reminder in the year 0   | event.remind_before[0] |

    Examples: the calendar chooses the id
      | that       | field    |
      | with an id | event.id |

  @entrance
  Scenario: A request id must be a UUID
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the request id "first-try"
    Then it is rejected as invalid because of "request_id"
    And Ann's calendar is empty

  Scenario: The answer lists all invalid fields
    When Ann books an event with nothing in it
    Then it is rejected as invalid because of
      | event.owner_id   |
      | event.title      |
      | event.start_time |
      | event.end_time   |

  Scenario Outline: An invalid change is rejected
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann changes "Dentist" to an event <that>
    Then it is rejected as invalid because of "<field>"
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-06 10:00 to 10:30 |

    Examples:
      | that                               | field                  |
      | without an owner                   | event.owner_id         |
      | without an id                      | event.id               |
      | with an id that is no UUID         | event.id               |
      | without a title                    | event.title            |
      | with NUL in the title              | event.title            |
      | with a description of 3 MB         | event.description      |
      | of no length                       | event.end_time         |
      | that ends before it starts         | event.end_time         |
      | that starts in year 0              | event.start_time       |
      | that ends in year 10000            | event.end_time         |
      | with a reminder 400 days before    | event.remind_before[0] |
      | with a location of 1001 characters | event.location         |
      | with NUL in the location           | event.location         |
      | with an unknown availability       | event.availability     |
      | in Europe/Atlantis                 | event.time_zone        |
      | with dates but no time zone        | event.time_zone        |
      | with dates and another start time  | event.start_time       |
      | that starts on 31 February         | event.start_date       |
      | with an end date only              | event.start_date       |
      | of 367 whole days                  | event.end_date         |

  Scenario Outline: A mask must fit the kind of the event
    Given Ann has "Fair" from <when>
    When Ann changes "<mask>" of "Fair" to
      | when | <new> |
    Then it is rejected as invalid because of "update_mask"
    And Ann's "Fair" is now
      | title | Fair   |
      | when  | <when> |

    Examples: times of an all-day event
      | when                                        | mask                         | new                       |
      | 2031-05-06 to 2031-05-08 in Europe/Brussels | start_time                   | 2031-05-06 10:00 to 11:00 |
      | 2031-05-06 to 2031-05-08 in Europe/Brussels | end_time                     | 2031-05-06 10:00 to 11:00 |
      | 2031-05-06 to 2031-05-08 in Europe/Brussels | start_time,end_time          | 2031-05-06 10:00 to 11:00 |
      | 2031-05-06 to 2031-05-08 in Europe/Brussels | start_time,start_date        | 2031-05-06 10:00 to 11:00 |
      | 2031-05-06 to 2031-05-08 in Europe/Brussels | start_time,end_time,end_date | 2031-05-06 10:00 to 11:00 |

    Examples: dates of a timed event
      | when                      | mask                          | new                                         |
      | 2031-05-06 10:00 to 11:00 | start_date                    | 2031-05-06 to 2031-05-08 in Europe/Brussels |
      | 2031-05-06 10:00 to 11:00 | end_date                      | 2031-05-06 to 2031-05-08 in Europe/Brussels |
      | 2031-05-06 10:00 to 11:00 | start_date,end_date           | 2031-05-06 to 2031-05-08 in Europe/Brussels |
      | 2031-05-06 10:00 to 11:00 | start_date,end_date,time_zone | 2031-05-06 to 2031-05-08 in Europe/Brussels |
      | 2031-05-06 10:00 to 11:00 | start_time,start_date         | 2031-05-06 to 2031-05-08 in Europe/Brussels |

  Scenario: A mask of times and dates needs one of both
    Given Ann has "Fair" from 2031-05-06 to 2031-05-08 in Europe/Brussels
    When Ann changes "start_time,end_time,start_date,end_date" of "Fair" to
      | title | Fair |
    Then it is rejected as invalid because of
      | event.start_time |
      | event.end_time   |
    And Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-06 to 2031-05-08 in Europe/Brussels |

  Scenario: An event that becomes all-day needs a time zone
    Given Ann has "Fair" from 2031-05-06 10:00 to 18:00
    When Ann changes "start_time,end_time,start_date,end_date" of "Fair" to
      | when | 2031-05-06 to 2031-05-08 in Europe/Brussels |
    Then it is rejected as invalid because of "event.time_zone"
    And Ann's "Fair" is now
      | title | Fair                      |
      | when  | 2031-05-06 10:00 to 18:00 |

  Scenario Outline: An event id must be a UUID
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann asks to <do> the event "<id>"
    Then it is rejected as invalid because of "id"
    And Ann's calendar holds 1 event

    Examples:
      | do     | id                                     |
      | read   |                                        |
      | read   | 1                                      |
      | read   | 1-1-1-1-1                              |
      | read   | 0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4    |
      | read   | 0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4g   |
      | read   | {0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b} |
      | read   | ' OR '1'='1                            |
      | delete |                                        |
      | delete | Dentist                                |

  Scenario Outline: An unknown event is not found
    When Ann asks to <do> the event "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b"
    Then it is rejected because the event does not exist

    Examples:
      | do     |
      | read   |
      | change |
      | delete |

  Scenario Outline: A request needs an owner
    When a client without an owner id asks to <do>
    Then it is rejected as invalid because of "owner_id"

    Examples:
      | do              |
      | read an event   |
      | delete an event |
      | list a period   |
      | list a day      |
      | list a week     |
      | list a month    |

  Scenario Outline: A date must exist
    When Ann asks for the <period> from the date "<date>" in "UTC"
    Then it is rejected as invalid because of "date"

    Examples:
      | period | date        |
      | day    |             |
      | day    | 2026-02-31  |
      | week   | 2026-02-31  |
      | month  | 2026-02-31  |
      | day    | 2026-02-29  |
      | day    | 2026-13-01  |
      | day    | 2026-00-10  |
      | week   | 2026-05-00  |
      | month  | 0-05-06     |
      | day    | 10000-01-01 |
      | day    | -1-05-06    |

  Scenario Outline: A time zone must exist
    When Ann asks for the <period> from the date "2026-05-06" in "<zone>"
    Then it is rejected as invalid because of "time_zone"

    Examples:
      | period | zone            |
      | day    | Mars/Olympus    |
      | week   | Mars/Olympus    |
      | month  | Mars/Olympus    |
      | day    | europe brussels |
      | day    | +25:00          |
      | day    | ../UTC          |

  Scenario Outline: An invalid period is rejected
    When Ann asks for a period <that>
    Then it is rejected as invalid because of "<field>"

    Examples:
      | that                       | field      |
      | without a start            | start_time |
      | without an end             | end_time   |
      | that ends before it starts | end_time   |
      | of no length               | end_time   |
      | that starts in year 0      | start_time |
      | that ends in year 10000    | end_time   |

  Scenario Outline: A page size must not be negative
    When Ann asks for a page of -1 events of <period>
    Then it is rejected as invalid because of "page_size"

    Examples:
      | period                    |
      | 2031-05-06                |
      | the week from 2031-05-06  |
      | the month from 2031-05-06 |
      | 2031-05-06 10:00 to 12:00 |

  Scenario: A message above 4 MiB is rejected
    When Ann books an event with a description of 5 MB
    Then it is rejected as too large
    And Ann's calendar is empty
    And Ann can book an ordinary event

  Scenario Outline: Bytes that are not a message are rejected
    When Ann's client sends "<bytes>" to <method>
    Then it is rejected as invalid
    And Ann can book an ordinary event

    Examples: random bytes, an incomplete message, a text that is not UTF-8
      | bytes       | method        |
      | ff ff ff ff | CreateEvent   |
      | 0a 7f 01    | CreateEvent   |
      | 0a 02 c3 28 | GetEvent      |
      | ff ff ff ff | UpdateEvent   |
      | ff ff ff ff | ListDayEvents |

  Scenario: An unknown method is rejected
    When Ann's client sends "0a 00" to BookRoom
    Then it is rejected because the method does not exist
    And Ann can book an ordinary event
