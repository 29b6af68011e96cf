@entrance @tokens
Feature: Callers prove who they are
  A calendar that asks callers who they are knows them by their tokens. A caller may use her own calendar, and others
  as far as their owners granted it. Who is refused learns nothing about what exists.

  Background:
    Given Ann has "Dentist" from 2031-05-06 10:00 to 10:30

  Scenario: Without a token nothing is answered
    When somebody without a token reads Ann's month from 2031-05-01
    Then it is rejected because the caller is unknown

  Scenario: A stranger may not read
    When Bob reads Ann's month from 2031-05-01
    Then it is rejected because Ann's calendar is not open to the caller

  Scenario: A reader sees events and cannot change them, until her access is revoked
    When Ann makes Bob a reader of her calendar
    Then Bob sees 1 event in Ann's month from 2031-05-01
    When Bob books "Lunch" in Ann's calendar from 2031-05-06 12:00 to 13:00
    Then it is rejected because Ann's calendar is not open to the caller
    When Ann revokes the access of Bob to her calendar
    Then within seconds Bob may not read Ann's month from 2031-05-01

  Scenario: A component of a file is booked once
    When Ann books the component "A" at 2031-05-07 10:00 and again at 2031-05-08 10:00
    Then it is rejected because the component is booked already
    And Ann finds the component "A"

  Scenario: One caller cannot take the service from the others
    When Ann reads her month from 2031-05-01 until she is refused
    Then it is rejected because of too many calls
