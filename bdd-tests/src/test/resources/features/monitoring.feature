Feature: Seeing that the calendar is well
  Load balancers and monitoring ask the calendar how it is: over gRPC by the health service, over HTTP
  by health checks and metrics. Tools learn the API itself by reflection.

  Scenario Outline: The gRPC health service tells that calls are served
    When the health of "<service>" is asked for
    Then it is serving

    Examples: the server as a whole, and the one service
      | service                     |
      |                             |
      | calendar.v1.CalendarService |

  Scenario: Tools can discover the API
    When a tool lists the services
    Then these are among them
      | calendar.v1.CalendarService |
      | grpc.health.v1.Health       |
    And a tool finds the methods of "calendar.v1.CalendarService"
      | CreateEvent     |
      | GetEvent        |
      | UpdateEvent     |
      | DeleteEvent     |
      | ListEvents      |
      | ListDayEvents   |
      | ListWeekEvents  |
      | ListMonthEvents |
      | FindEvents      |

  Scenario Outline: The web server tells whether the calendar is up
    When the web page "<page>" is opened
    Then the web server says that it is up

    Examples:
      | page            |
      | /health         |
      | /health/started |
      | /health/live    |
      | /health/ready   |

  Scenario: Calls are counted and timed, by method and code
    Given the metrics as they are now
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    And Ann books "Hairdresser" from 2031-05-06 10:00 to 10:30
    And Ann looks at 2031-05-06
    Then the metrics have counted and timed
      | method        | code                |
      | CreateEvent   | OK                  |
      | CreateEvent   | FAILED_PRECONDITION |
      | ListDayEvents | OK                  |
