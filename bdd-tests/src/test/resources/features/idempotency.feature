Feature: Booking again after a lost answer
  Without an answer, a client cannot know whether its event is booked. It repeats the request with the same
  request id. The calendar then answers with the event of the first request and does not book it twice.

  @entrance
  Scenario: A repeated request returns the same event
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then the answer is the existing event "Dentist"
    And Ann's calendar holds 1 event

  Scenario: Without a request id, the repetition finds the time busy
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30
    When Ann books "Dentist again" from 2031-05-06 10:00 to 10:30
    Then it is rejected because it overlaps Ann's "Dentist"

  Scenario: Only the request id counts, not the content
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Ann books "Hairdresser" from 2031-06-01 09:00 to 09:30 with the same request id
    Then the answer is the existing event "Dentist"
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-06 10:00 to 10:30 |

  Scenario: A repetition returns the present state of the event
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And Ann moves "Dentist" to 2031-05-07 16:00 to 16:30
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then the answer is the existing event "Dentist"
    And Ann's calendar holds
      | event   | when                      |
      | Dentist | 2031-05-07 16:00 to 16:30 |

  Scenario: Deleting the event frees its request id
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And Ann deletes "Dentist"
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then a new event is booked
    And Ann's calendar holds 1 event

  Scenario: A rejected request does not use its request id
    Given Ann has "Stand-up" from 2031-05-06 10:00 to 11:00
    And Ann books "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    And it is rejected because it overlaps Ann's "Stand-up"
    When Ann books "Dentist" from 2031-05-06 11:00 to 11:30 with the same request id
    Then a new event is booked

  Scenario: Each owner has separate request ids
    Given Ann has booked "Dentist" from 2031-05-06 10:00 to 10:30 with a request id
    When Bob books "Dentist" from 2031-05-06 10:00 to 10:30 with the same request id
    Then a new event is booked

  Scenario: Concurrent repetitions book one event
    When 20 clients at once book the time of Ann from 2031-05-06 10:00 to 11:00 with one request id
    Then all of them get the same event, which is booked once
    And Ann's calendar holds 1 event
