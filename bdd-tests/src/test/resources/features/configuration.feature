Feature: Configuration
  The option --config names a YAML file with the configuration. If the file has an error, the program prints
  one line and ends with exit status 2 before it starts anything. A running calendar shows its address.

  Scenario: The start page shows the version and the gRPC address
    When the web page "/" is opened
    Then it is plain text
    And it shows the version and the gRPC address

  @local
  Scenario Outline: An error in the file prevents the start
    Given a configuration file
      """
      <file>
      """
    When calendar_api is started with it
    Then it ends with exit status 2
    And it prints one line with "<words>"

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
  Scenario: A missing configuration file prevents the start
    When calendar_api is started with the configuration file "nowhere.yaml"
    Then it ends with exit status 2
    And it prints one line with "nowhere.yaml"

  @local
  Scenario Outline: A port in use prevents the start
    Given a configuration file that gives <key> a port that another program listens on
    When calendar_api is started with it
    Then it ends with exit status 2
    And it prints one line with "<key>"

    Examples:
      | key       |
      | http.port |
      | grpc.port |
