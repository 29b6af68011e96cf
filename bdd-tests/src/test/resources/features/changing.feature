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
