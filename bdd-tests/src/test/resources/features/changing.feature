Feature: Changing an event
  An owner may change what an event says and when it is: all of it, or only the fields that an update
  mask names. The event's etag tells whether somebody else has changed it meanwhile.

  Background:
    Given Ann has this event
      | title         | Review                    |
      | description   | Room 4                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario Outline: Without a mask, or with "*", everything is replaced
    When Ann changes "<mask>" of "Review" to
      | title | Retrospective             |
      | when  | 2031-05-07 10:00 to 11:00 |
    Then Ann finds "Review" to be
      | title         | Retrospective             |
      | description   |                           |
      | when          | 2031-05-07 10:00 to 11:00 |
      | remind before |                           |

    Examples:
      | mask |
      |      |
      | *    |

  Scenario Outline: With a mask, only the fields that it names are taken
    When Ann changes "<mask>" of "Review" to
      | title         | Retrospective             |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:30 to 12:00 |
      | remind before | 2 hours                   |
    Then Ann finds "Review" to be
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

  Scenario: A field that the mask leaves out need not be valid
    When Ann changes "description" of "Review" to
      | title       |        |
      | description | Room 7 |
    Then Ann finds "Review" to be
      | title         | Review                    |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario: A field that is valid by itself must fit the fields that stay
    When Ann changes "start_time" of "Review" to
      | when | 2031-05-06 12:00 to 13:00 |
    Then it is refused as invalid, naming "event.end_time"
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 11:00 |

  Scenario Outline: A mask names fields that a client may set, nothing else
    When Ann changes "<mask>" of "Review" to
      | title | Retrospective             |
      | when  | 2031-05-07 10:00 to 11:00 |
    Then it is refused as invalid, naming "update_mask"
    And Ann's calendar holds
      | event  | when                      |
      | Review | 2031-05-06 10:00 to 11:00 |

    Examples: unknown
      | mask               |
      | colour             |
      | title,colour       |
      | event.title        |
      | Title              |
      | *,title            |
      | start_time.seconds |

    Examples: chosen by the calendar
      | mask        |
      | id          |
      | owner_id    |
      | etag        |
      | create_time |
      | update_time |
      | reminders   |

  Scenario: Reminders move with their event
    When Ann moves "Review" to 2031-05-06 14:00 to 15:00
    Then the reminders of "Review" for Ann are
      | before     | due              | state     |
      | 1 hour     | 2031-05-06 13:00 | scheduled |
      | 10 minutes | 2031-05-06 13:50 | scheduled |
    And all of them are new

  Scenario: Reminders stay the same where their time does
    When Ann changes "title,remind_before" of "Review" to
      | title         | Retrospective       |
      | remind before | 2 hours, 10 minutes |
    Then the reminders of "Review" for Ann are
      | before     | due              | state     |
      | 2 hours    | 2031-05-06 08:00 | scheduled |
      | 10 minutes | 2031-05-06 09:50 | scheduled |
    And only the one "2 hours" before is new

  Scenario: The etag changes with the event, and only then
    Given Ann has read "Review"
    When Ann reads "Review" again
    Then its etag is the same
    When Ann changes "description" of "Review" to
      | description | Room 7 |
    Then its etag is another
    And "Review" was changed after it was created

  Scenario: A client that has seen the latest state may change it
    Given Ann has read "Review"
    When Ann changes "Review" as she has read it
    Then it is changed

  Scenario: A client that has seen an older state may not change it
    Given Ann has read "Review"
    And somebody else has changed the description of Ann's "Review" to "Room 7"
    When Ann changes "Review" as she has read it
    Then it is refused, since "Review" has changed meanwhile
    And Ann finds "Review" to be
      | title         | Review                    |
      | description   | Room 7                    |
      | when          | 2031-05-06 10:00 to 11:00 |
      | remind before | 1 hour, 10 minutes        |

  Scenario: A client that has seen an older state may not delete it
    Given Ann has read "Review"
    And somebody else has changed the description of Ann's "Review" to "Room 7"
    When Ann deletes "Review" as she has read it
    Then it is refused, since "Review" has changed meanwhile
    And Ann's calendar holds 1 event

  Scenario: A client that has seen the latest state may delete it
    Given Ann has read "Review"
    When Ann deletes "Review" as she has read it
    Then Ann's calendar is empty

  Scenario: Of many who change the same state at once, one succeeds
    Given Ann has read "Review"
    When 20 clients at once change "Review" as Ann has read it
    Then one of them succeeds, the others are told that it has changed meanwhile

  Scenario: An event that is gone cannot be changed
    Given Ann deletes "Review"
    When Ann moves "Review" to 2031-05-06 14:00 to 15:00
    Then there is no such event
