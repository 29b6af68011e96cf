Feature: Booking again after a lost answer
  A client that did not get an answer cannot know whether its event was booked. It sends the same
  request again, with the same request id: the calendar then answers with the event that the first
  one booked, and books nothing twice.

  Scenario: A repeated request gives the same event
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then it was booked before, as "Dentist"
    And Ann's calendar holds 1 event

  Scenario: Without a request id the repeat finds the time busy
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann books "Dentist again" from 2031-05-06 10:00 to 10:30
    Then it is refused, Ann's "Dentist" is in the way

  Scenario: The request id decides, not what the repeat says
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Ann books "Hairdresser" from 2031-06-01 09:00 to 09:30 with the same request id
    Then it was booked before, as "Dentist"
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-06 10:00 to 10:30 |

  Scenario: The repeat gets the event as it now stands
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And Ann moves "Dentist" to 2031-05-07 16:00 to 16:30
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then it was booked before, as "Dentist"
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-07 16:00 to 16:30 |

  Scenario: Deleting the event frees its request id
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And Ann deletes "Dentist"
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then it is booked anew
    And Ann's calendar holds 1 event

  Scenario: A request that was refused does not use up its id
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And it is refused, Ann's "Stand-up" is in the way
    When Ann books "Dentist" from 2031-05-06 11:00 to 11:30 with the same request id
    Then it is booked anew

  Scenario: Request ids of different owners are different
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Bob books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then it is booked anew

  Scenario: A request repeated many times at once books one event
    When 20 clients at once book the time of Ann from 2031-05-06 10:00 to 11:00 with one request id
    Then all of them get the same event, and one of them booked it
    And Ann's calendar holds 1 event
