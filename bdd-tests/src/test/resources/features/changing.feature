Feature: Changing an event
  An owner can change all fields of an event, or only the fields in an update mask. The event's etag shows
  whether another client has changed the event in the meantime.

  Background:
    Given Ann has this event
      | title         | Review                    |
      | description   | Room 4                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario Outline: Without a mask, or with "*", all fields are replaced
    When Ann changes "<mask>" of "Review" to
      | title | Retrospective             |
      | when  | 2031-05-07 10:00 to 11:00 |
    Then Ann's "Review" is now
      | title         | Retrospective             |
      | description   |                           |
      | when          | 2031-05-07 10:00 to 11:00 |
      | remind before |                           |

    Examples:
      | mask |
      |      |
      | *    |

  Scenario Outline: With a mask, only its fields are replaced
    When Ann changes "<mask>" of "Review" to
      | title         | Retrospective             |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:30 to 12:00 |
      | remind before | 2 hours                   |
    Then Ann's "Review" is now
      | title         | <title>                   |
      | description   | <description>             |
      | when          | 2031-05-06 <from> to <to> |
      | remind before | <remind before>           |

    Examples:
      | mask                      | title         | description | from  | to    | remind before      |
      | title                     | Retrospective | Room 4      | 10:00 | 11:00 | 1 hour, 10 minutes |
      | description               | Review        | Room 7      | 10:00 | 11:00 | 1 hour, 10 minutes |
      | start_time                | Review        | Room 4      | 10:30 | 11:00 | 1 hour, 10 minutes |
      | end_time                  | Review        | Room 4      | 10:00 | 12:00 | 1 hour, 10 minutes |
      | remind_before             | Review        | Room 4      | 10:00 | 11:00 | 2 hours            |
      | title,start_time,end_time | Retrospective | Room 4      | 10:30 | 12:00 | 1 hour, 10 minutes |

  Scenario Outline: Newer fields change only if they are set or in the mask
    Given Ann has this event
      | title        | Fair                      |
      | when         | 2031-05-08 10:00 to 18:00 |
      | location     | Hall 4                    |
      | time zone    | Europe/Brussels           |
      | availability | free                      |
    When Ann changes "<mask>" of "Fair" to
      | title   | Fair                      |
      | when    | 2031-05-08 10:00 to 18:00 |
      | <field> | <value>                   |
    Then Ann's "Fair" is now
      | title        | Fair                      |
      | when         | 2031-05-08 10:00 to 18:00 |
      | location     | <location>                |
      | time zone    | <time zone>               |
      | availability | <availability>            |

    Examples: with a mask
      | mask                            | field        | value      | location | time zone       | availability |
      | location                        | location     | Hall 7     | Hall 7   | Europe/Brussels | free         |
      | time_zone                       | time zone    | Asia/Tokyo | Hall 4   | Asia/Tokyo      | free         |
      | availability                    | availability | busy       | Hall 4   | Europe/Brussels | busy         |
      | location                        | location     |            |          | Europe/Brussels | free         |
      | location,time_zone,availability | description  |            |          |                 | busy         |

    Examples: without a mask
      | mask | field        | value      | location | time zone       | availability |
      |      | location     | Hall 7     | Hall 7   | Europe/Brussels | free         |
      |      | time zone    | Asia/Tokyo | Hall 4   | Asia/Tokyo      | free         |
      |      | availability | busy       | Hall 4   | Europe/Brussels | busy         |
      |      | location     |            | Hall 4   | Europe/Brussels | free         |

    Examples: with "*", all fields are replaced
      | mask | field    | value  | location | time zone | availability |
      | *    | location | Hall 7 | Hall 7   |           | busy         |

  Scenario Outline: A client of version 0.1 keeps the fields that it does not know
    It sends all fields that it knows, as it read them, without a mask.

    Given Ann has this event
      | title         | Fair            |
      | description   | Bring cake      |
      | when          | <when>          |
      | remind before | 1 hour          |
      | location      | Hall 4          |
      | time zone     | Europe/Brussels |
      | availability  | free            |
    When a client of version 0.1 changes the title of Ann's "Fair" to "Book fair"
    Then Ann's "Fair" is now
      | title         | Book fair       |
      | description   | Bring cake      |
      | when          | <when>          |
      | remind before | 1 hour          |
      | location      | Hall 4          |
      | time zone     | Europe/Brussels |
      | availability  | free            |

    Examples: a timed event and an all-day event
      | when                                        |
      | 2031-05-08 10:00 to 18:00                   |
      | 2031-05-08 to 2031-05-10 in Europe/Brussels |

  Scenario: A client of version 0.1 cannot move an all-day event
    Given Ann has "Fair" from 2031-05-08 to 2031-05-10 in Europe/Brussels
    When a client of version 0.1 moves Ann's "Fair" to 2031-05-08 10:00 to 18:00
    Then it is rejected as invalid because of
      | event.start_time |
      | event.end_time   |
    And the answer says "must be unset or 2031-05-07T22:00:00Z, because the event is all-day"
    And Ann's "Fair" is now
      | title | Fair                                        |
      | when  | 2031-05-08 to 2031-05-10 in Europe/Brussels |

  Scenario: Fields outside the mask are ignored
    When Ann changes "description" of "Review" to
      | title       |        |
      | description | Room 7 |
    Then Ann's "Review" is now
      | title         | Review                    |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario: A changed field must fit the other fields
    When Ann changes "start_time" of "Review" to
      | when | 2031-05-06 12:00 to 13:00 |
    Then it is rejected as invalid because of "event.end_time"
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 11:00 |

  Scenario Outline: A mask may only contain fields that a client can set
    When Ann changes "<mask>" of "Review" to
      | title | Retrospective             |
      | when  | 2031-05-07 10:00 to 11:00 |
    Then it is rejected as invalid because of "update_mask"
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 11:00 |

    Examples: unknown fields
      | mask               |
      | colour             |
      | title,colour       |
      | event.title        |
      | Title              |
      | *,title            |
      | start_time.seconds |

    Examples: fields set by the calendar
      | mask        |
      | id          |
      | owner_id    |
      | etag        |
      | create_time |
      | update_time |
      | reminders   |

  Scenario: Moving an event reschedules its reminders
    When Ann moves "Review" to 2031-05-06 14:00 to 15:00
    Then the reminders of "Review" for Ann are
      | before     | due              | state     |
      | 1 hour     | 2031-05-06 13:00 | scheduled |
      | 10 minutes | 2031-05-06 13:50 | scheduled |
    And all its reminders are new

  Scenario: A reminder with the same time is kept
    When Ann changes "title,remind_before" of "Review" to
      | title         | Retrospective       |
      | remind before | 2 hours, 10 minutes |
    Then the reminders of "Review" for Ann are
      | before     | due              | state     |
      | 2 hours    | 2031-05-06 08:00 | scheduled |
      | 10 minutes | 2031-05-06 09:50 | scheduled |
    And only the reminder "2 hours" before is new

  Scenario: The etag changes only when the event changes
    Given Ann has read "Review"
    When Ann reads "Review" again
    Then its etag is the same
    When Ann changes "description" of "Review" to
      | description | Room 7 |
    Then its etag is different
    And "Review" was changed after it was created

  Scenario: A change with the latest etag succeeds
    Given Ann has read "Review"
    When Ann changes "Review" with the etag that she has read
    Then it is changed

  @entrance
  Scenario: A change with an old etag is rejected
    Given Ann has read "Review"
    And another client has changed the description of Ann's "Review" to "Room 7"
    When Ann changes "Review" with the etag that she has read
    Then it is rejected because "Review" has changed
    And Ann's "Review" is now
      | title         | Review                    |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario: A deletion with an old etag is rejected
    Given Ann has read "Review"
    And another client has changed the description of Ann's "Review" to "Room 7"
    When Ann deletes "Review" with the etag that she has read
    Then it is rejected because "Review" has changed
    And Ann's calendar holds 1 event

  Scenario: A deletion with the latest etag succeeds
    Given Ann has read "Review"
    When Ann deletes "Review" with the etag that she has read
    Then Ann's calendar is empty

  Scenario: Only one of many concurrent changes succeeds
    Given Ann has read "Review"
    When 20 clients at once change "Review" with the etag that Ann has read
    Then one of them succeeds and the others are rejected because the event has changed

  Scenario: A deleted event cannot be changed
    Given Ann deletes "Review"
    When Ann moves "Review" to 2031-05-06 14:00 to 15:00
    Then it is rejected because the event does not exist
