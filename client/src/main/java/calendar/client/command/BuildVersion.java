package calendar.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote into {@code version.properties}. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream file = BuildVersion.class.getResourceAsStream("version.properties")) {
      build.load(file);
    }
    return new String[] {"calendar_client " + build.getProperty("version")};
  }
}
