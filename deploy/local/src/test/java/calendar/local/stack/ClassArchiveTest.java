package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @Test
  void everyUserMayReadTheArchive(@TempDir Path folder) throws IOException {
    Path archive = Files.writeString(folder.resolve("calendar_api-17.jsa"), "");
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r--r-----"));

    ClassArchive.letAllRead(archive);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("r--r--r--");
  }
}
