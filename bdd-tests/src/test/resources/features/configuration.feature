Feature: Configuration
  The calendar is configured by a YAML file, named with --config. A mistake in it is told in one clear
  line, with exit status 2, before anything starts. A running calendar says where it is reached.

  Scenario: The web server greets and tells where the calendar is
    When the web page "/" is opened
    Then it is plain text
    And it tells the version and where gRPC listens

  @local
  Scenario Outline: A mistake in the file is told, and nothing starts
    Given a configuration file
      """
      <file>
      """
    When calendar_api is started with it
    Then it ends with exit status 2
    And it says in one line "<words>"

    Examples:
      | file                 | words                                               |
      | http: {port: eighty} | http.port: expected a whole number                  |
      | grpc: {port: 70000}  | grpc.port: expected a whole number from 1 to 65535  |
      | log_level: loud      | log_level: expected one of error, warn, info, debug |
      | storage: disk        | storage: expected one of postgres, memory           |
      | htpp: {port: 8080}   | htpp: unknown key                                   |
      | database: {pool: 3}  | database.pool: unknown key                          |
      | http: [8080]         | http: expected a section                            |
      | http: {port: 8080    | not YAML                                            |

  @local
  Scenario: A configuration file that is not there
    When calendar_api is started with the configuration file "nowhere.yaml"
    Then it ends with exit status 2
    And it says in one line "nowhere.yaml"

  @local
  Scenario Outline: A port that is taken
    Given a configuration file that gives <key> a port that another program listens on
    When calendar_api is started with it
    Then it ends with exit status 2
    And it says in one line "<key>"

    Examples:
      | key       |
      | http.port |
      | grpc.port |
