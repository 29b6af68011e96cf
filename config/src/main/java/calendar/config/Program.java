package calendar.config;

/** The programs that read a configuration file. */
public enum Program {
  API("calendar_api", 8080),
  SCHEDULER("calendar_scheduler", 8081),
  SENDER("calendar_sender", 8082),
  MIGRATE("calendar_migrate", 8080),
  CLIENT("calendar_client", 8080);

  private final String programName;
  private final int httpPort;

  Program(String programName, int httpPort) {
    this.programName = programName;
    this.httpPort = httpPort;
  }

  /** The name of the executable, such as {@code calendar_api}. */
  public String programName() {
    return programName;
  }

  String httpPort() {
    return Integer.toString(httpPort);
  }

  String logFile() {
    return "logs/" + programName + ".log";
  }
}
