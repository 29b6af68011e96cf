Feature: Sharing a calendar
  An owner grants others a role: a free/busy reader sees when she is busy, a reader also sees her events and series,
  and a writer also changes them. A role is granted to a subject, which is one person or program, to a group, or to
  everyone. Here the calendar asks nobody who they are: it stores grants, and they have no effect until it asks.

  @entrance
  Scenario: An owner grants roles
    When Ann makes "carl" a writer
    And Ann makes "group board" a reader
    And Ann makes "everyone" a free/busy reader
    Then Ann's calendar is open to
      | everyone: free/busy reader |
      | group board: reader        |
      | carl: writer               |
    And Bob's calendar is open to nobody else

  Scenario: A new role replaces the one before
    Given Ann makes "carl" a writer
    When Ann makes "carl" a free/busy reader
    Then Ann's calendar is open to
      | carl: free/busy reader |

  Scenario: The same grant twice is one grant
    Given Ann makes "group board" a reader
    When Ann makes "group board" a reader
    Then Ann's calendar is open to
      | group board: reader |

  Scenario: Subjects and groups of one name differ
    Given Ann makes "board" a writer
    And Ann makes "group board" a reader
    When Ann revokes the access of "board"
    Then Ann's calendar is open to
      | group board: reader |

  @entrance
  Scenario: Access is revoked once
    Given Ann makes "carl" a writer
    When Ann revokes the access of "carl"
    Then Ann's calendar is open to nobody else
    When Ann revokes the access of "carl"
    Then it is rejected because nothing was granted

  Scenario Outline: An invalid grant is rejected
    When Ann grants access <how>
    Then it is rejected as invalid because of "<field>"
    And Ann's calendar is open to nobody else

    Examples:
      | how                                | field            |
      | without an owner                   | owner_id         |
      | with an owner id of 129 characters | owner_id         |
      | to nobody                          | grantee          |
      | to herself                         | grantee.subject  |
      | to an empty subject                | grantee.subject  |
      | to a subject of 129 characters     | grantee.subject  |
      | to a subject with NUL              | grantee.subject  |
      | to an empty group                  | grantee.group    |
      | to a group of 257 characters       | grantee.group    |
      | to a group with NUL                | grantee.group    |
      | to everyone, which is false        | grantee.everyone |
      | without a role                     | role             |
      | with an unknown role               | role             |

  Scenario: An invalid page token is rejected
    When Ann lists access with the token "next"
    Then it is rejected as invalid because of "page_token"

  @entrance
  Scenario: An owner has at most 1,000 grants
    Given Ann has granted access to 1000 subjects
    When Ann makes "carl" a reader
    Then it is rejected because of too many grants

  @entrance
  Scenario: The client program shares a calendar
    When Ann runs calendar_client
      """
      grant --group board --role reader
      """
    Then it succeeds and prints "Granted: group board is now reader"
    When Ann runs calendar_client
      """
      access
      """
    Then it succeeds and prints "group board  reader  since"
    When Ann runs calendar_client
      """
      revoke --group board
      """
    Then it succeeds and prints "Revoked: group board"
    And Ann's calendar is open to nobody else
    When Ann runs calendar_client
      """
      revoke --group board
      """
    Then it ends with status 1 and prints "Not found: owner"
