package calendar.launcher;

import calendar.config.ConfigException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The {@code <variable value>}s of a server's XML, which beat every other source. They are read
 * from {@code server.xml} and the folders of overrides, not from what those include.
 */
final class ServerXml {
  /** A variable's value, and the file that has it. */
  record Variable(String value, Path file) {}

  private ServerXml() {}

  /**
   * By name; a later file wins, as in Liberty.
   *
   * @throws ConfigException if a file is no XML
   */
  static Map<String, Variable> variables(Server server, LaunchEnvironment launch) {
    Path definition = launch.definition(server);
    List<Path> files = new ArrayList<>();
    files.addAll(xmlIn(definition.resolve("configDropins/defaults")));
    files.add(definition.resolve("server.xml"));
    launch.overrides().ifPresent(folder -> files.addAll(xmlIn(folder)));
    files.addAll(xmlIn(definition.resolve("configDropins/overrides")));
    Map<String, Variable> variables = new HashMap<>();
    files.forEach(file -> addTo(variables, file));
    return variables;
  }

  private static List<Path> xmlIn(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.xml")) {
        entries.forEach(files::add);
      } catch (IOException unreadable) {
        throw new ConfigException("%s: cannot be read: %s".formatted(folder, unreadable));
      }
    }
    return files.stream().sorted().toList();
  }

  private static void addTo(Map<String, Variable> variables, Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      NodeList elements =
          builder.parse(file.toFile()).getDocumentElement().getElementsByTagName("variable");
      for (int i = 0; i < elements.getLength(); i++) {
        Element variable = (Element) elements.item(i);
        if (variable.hasAttribute("value")) {
          variables.put(
              variable.getAttribute("name"), new Variable(variable.getAttribute("value"), file));
        }
      }
    } catch (SAXParseException malformed) {
      throw new ConfigException(
          "%s:%d: not XML: %s".formatted(file, malformed.getLineNumber(), malformed.getMessage()));
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      throw new ConfigException("%s: cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}
