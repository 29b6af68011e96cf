package calendar.local.stack;

import calendar.config.Key;
import calendar.local.process.Folders;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.util.Map;

/**
 * Ports and files that no other run of the system uses.
 *
 * @param folder for the files
 */
record Isolation(Path folder) {

  static Isolation inTemporaryFolder() {
    return new Isolation(Folders.temporary("calendar-stack-"));
  }

  /** The variables that send a server there. */
  Map<String, String> environment() {
    return Map.of(
        Key.HTTP_IP.environmentVariable(),
        "127.0.0.1",
        Key.HTTP_PORT.environmentVariable(),
        Integer.toString(Ports.free()),
        Key.GRPC_IP.environmentVariable(),
        "127.0.0.1",
        Key.GRPC_PORT.environmentVariable(),
        Integer.toString(Ports.free()),
        Key.LOG_FILE.environmentVariable(),
        folder.resolve("calendar_api.log").toString(),
        "WLP_OUTPUT_DIR",
        folder.resolve("servers").toString());
  }

  void remove() {
    Folders.delete(folder);
  }
}
