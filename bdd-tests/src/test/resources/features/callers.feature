@entrance @tokens
Feature: Callers
  A calendar may ask its callers who they are. They prove it with a token, and call for their own calendar only,
  unless its owner has given them a role. A role works, and stops to work, within 5 seconds.

  Background:
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30

  Scenario Outline: Without a valid token, nothing is answered
    When Ann's "Dentist" is read <how>
    Then it is rejected because the caller is unknown

    Examples:
      | how                            |
      | without a token                |
      | with a token of another issuer |

  Scenario: A calendar is closed to others
    When Bob reads Ann's "Dentist"
    Then it is rejected because Ann's calendar is closed to the caller
    When Bob lists Ann's series
    Then it is rejected because Ann's calendar is closed to the caller
    When Bob tries to book in Ann's calendar
    Then it is rejected because Ann's calendar is closed to the caller
    And Ann's calendar holds 1 event

  Scenario: A reader reads, until the role is taken back
    When Ann makes Bob a reader
    Then Bob soon can read Ann's "Dentist"
    When Bob lists Ann's series
    Then it succeeds
    When Bob tries to book in Ann's calendar
    Then it is rejected because Ann's calendar is closed to the caller
    When Bob lists who has access to Ann's calendar
    Then it is rejected because Ann's calendar is closed to the caller
    When Ann revokes the access of Bob
    Then Bob soon can no longer read Ann's "Dentist"
    And Ann's calendar holds 1 event

  Scenario: One caller cannot take the calendar from others
    When Ann calls until the calendar refuses
    Then it is rejected because of too many calls
    And Bob's calendar is empty
