Feature: Monitoring
  Load balancers and monitoring check the calendar over gRPC with the health service, and over HTTP with
  health checks and metrics. Tools discover the API by reflection.

  @entrance
  Scenario Outline: The gRPC health service reports SERVING
    When the health of "<service>" is asked for
    Then it is serving

    Examples: the whole server, and the calendar service
      | service                     |
      |                             |
      | calendar.v1.CalendarService |

  Scenario: Tools can discover the API
    When a tool lists the services
    Then the list contains
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
      | CreateSeries    |
      | GetSeries       |
      | UpdateSeries    |
      | DeleteSeries    |
      | ListSeries      |
      | GrantAccess     |
      | RevokeAccess    |
      | ListAccess      |

  @entrance
  Scenario Outline: Health checks report that the calendar is up
    When the web page "<page>" is opened
    Then the web server reports that it is up

    Examples:
      | page            |
      | /health         |
      | /health/started |
      | /health/live    |
      | /health/ready   |

  Scenario: Metrics count and time calls by method and code
    Given the metrics as they are now
    When Ann books "Dentist" from 2031-05-06 10:00 to 10:30
    And Ann books "Hairdresser" from 2031-05-06 10:00 to 10:30
    And Ann looks at 2031-05-06
    Then the metrics have counted and timed
      | method        | code                |
      | CreateEvent   | OK                  |
      | CreateEvent   | FAILED_PRECONDITION |
      | ListDayEvents | OK                  |
