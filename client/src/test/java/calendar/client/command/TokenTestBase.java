package calendar.client.command;

import calendar.v1.GetEventResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands with tokens, and the files that they need. */
abstract class TokenTestBase extends ProgramTestBase {
  /** The client's own, with characters that are special in forms. */
  static final String SECRET = "s3cr:t +&";

  @TempDir Path folder;

  @BeforeEach
  void answer() {
    answer(request -> GetEventResponse.getDefaultInstance());
  }

  int get(String... options) {
    List<String> arguments = new ArrayList<>(List.of("get", "x", "--owner=anna"));
    arguments.addAll(Arrays.asList(options));
    return run(arguments.toArray(String[]::new));
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
