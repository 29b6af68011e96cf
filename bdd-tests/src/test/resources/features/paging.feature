Feature: Paging
  A list comes in pages. Each page except the last has a token for the next page. A page has at most 100
  events, or the number that the client asks for, up to 1,000.

  Scenario Outline: The client chooses the page size
    Given Ann has 12 events, one per hour from 2031-05-06 00:00
    When Ann lists <what>, 5 events per page
    Then the pages hold 5, 5 and 2 events
    And all 12 events are listed once, ordered by start, then id

    Examples:
      | what                                 |
      | 2031-05-06                           |
      | the week from 2031-05-06             |
      | the month from 2031-05-06            |
      | 2031-05-06 00:00 to 2031-05-07 00:00 |

  Scenario: The last page has no token, even if it is full
    Given Ann has 10 events, one per hour from 2031-05-06 00:00
    When Ann lists 2031-05-06, 5 events per page
    Then the pages hold 5 and 5 events

  Scenario: A page has 100 events by default and 1,000 at most
    Given Ann has 1003 events, one per hour from 2031-05-06 00:00
    When Ann asks for a first page of the month from 2031-05-06
    Then the page holds 100 events
    When Ann asks for a first page of 5000 events of 2031-05-06 00:00 to 2031-08-01 00:00
    Then the page holds 1000 events
    When Ann asks for the next page
    Then the page holds 3 events
    And there is no next page

  Scenario: The size may change from page to page
    Given Ann has 12 events, one per hour from 2031-05-06 00:00
    When Ann asks for a first page of 1 event of 2031-05-06
    And Ann asks for the next page of 4 events
    And Ann asks for the next page
    Then the page holds 7 events
    And there is no next page
    And all 12 events are listed once, ordered by start, then id

  Scenario: An event booked between two pages appears on later pages
    Given Ann has these events
      | event | when                      |
      | One   | 2031-05-06 10:00 to 11:00 |
      | Two   | 2031-05-06 12:00 to 13:00 |
      | Four  | 2031-05-06 16:00 to 17:00 |
    When Ann asks for a first page of 2 events of 2031-05-06
    And Ann books "Zero" from 2031-05-06 08:00 to 09:00
    And Ann books "Three" from 2031-05-06 14:00 to 15:00
    And Ann asks for the next page
    Then Ann has seen
      | One   |
      | Two   |
      | Three |
      | Four  |

  Scenario: Deletions between two pages do not change the order
    Given Ann has these events
      | event | when                      |
      | One   | 2031-05-06 10:00 to 11:00 |
      | Two   | 2031-05-06 12:00 to 13:00 |
      | Three | 2031-05-06 14:00 to 15:00 |
      | Four  | 2031-05-06 16:00 to 17:00 |
    When Ann asks for a first page of 2 events of 2031-05-06
    And Ann deletes "One"
    And Ann deletes "Two"
    And Ann deletes "Three"
    And Ann asks for the next page
    Then Ann has seen
      | One  |
      | Two  |
      | Four |

  Scenario: A token can be used again
    Given Ann has 12 events, one per hour from 2031-05-06 00:00
    When Ann asks for a first page of 5 events of 2031-05-06
    Then asking twice for the next page gives the same events

  Scenario Outline: A token is valid only for its list
    Given Ann has 12 events, one per hour from 2031-05-06 00:00
    When Ann asks for a first page of 5 events of 2031-05-06
    And the token is used for <another list>
    Then it is rejected as invalid because of "page_token"

    Examples:
      | another list           |
      | Bob's events           |
      | 2031-05-07             |
      | the week from that day |
      | that day in Asia/Tokyo |
      | its 24 hours           |

  Scenario Outline: An unknown token is rejected
    When Ann asks for a page of 2031-05-06 with the token "<token>"
    Then it is rejected as invalid because of "page_token"

    Examples:
      | token                        |
      | 2                            |
      | next                         |
      | AAAAAAAAAAAAAAAAAAAAAAAAAAA  |
      | AAAAAAAAAAAAAAAAAAAAAAAAAAA= |
      | ../../etc/passwd             |
      | 💥                           |
