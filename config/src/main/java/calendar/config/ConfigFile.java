package calendar.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a configuration file in YAML and UTF-8. Rejects unknown keys. */
final class ConfigFile {
  private final Path path;
  private final Map<Key, String> values = new EnumMap<>(Key.class);

  private ConfigFile(Path path) {
    this.path = path;
  }

  /** Reads the values of a file. */
  static Map<Key, String> read(Path path) {
    ConfigFile file = new ConfigFile(path);
    file.root().ifPresent(root -> file.section("", root));
    return file.values;
  }

  private Optional<Node> root() {
    try {
      return new Compose(LoadSettings.builder().setLabel(path.toString()).build())
          .composeString(text());
    } catch (MarkedYamlEngineException malformed) {
      throw new ConfigException(
          "%s: not YAML: %s"
              .formatted(where(malformed.getProblemMark()), oneLine(malformed.getProblem())));
    } catch (YamlEngineException malformed) {
      throw new ConfigException(
          "%s: not YAML: %s".formatted(path, oneLine(malformed.getMessage())));
    }
  }

  private String text() {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
    } catch (NoSuchFileException missing) {
      throw new ConfigException("%s: no such file".formatted(path));
    } catch (CharacterCodingException notUtf8) {
      throw new ConfigException("%s: expected UTF-8 text".formatted(path));
    } catch (IOException unreadable) {
      throw new ConfigException("%s: cannot be read: %s".formatted(path, unreadable.getMessage()));
    }
  }

  private void section(String section, Node node) {
    if (isEmpty(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw new ConfigException(
          "%s: %s: expected a section with %s"
              .formatted(
                  where(node.getStartMark()),
                  section.isEmpty() ? "the file" : section,
                  String.join(", ", Key.children(section))));
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      String where = where(entry.getKeyNode().getStartMark());
      String child = section.isEmpty() ? name : section + "." + name;
      if (!Key.children(section).contains(name)) {
        throw new ConfigException(
            "%s: %s: unknown key, expected %s"
                .formatted(where, child, String.join(", ", Key.children(section))));
      }
      if (!seen.add(name)) {
        throw new ConfigException("%s: %s: the key occurs twice".formatted(where, child));
      }
      Optional<Key> key = Key.at(child);
      if (key.isPresent()) {
        values.put(key.get(), key.get().check(text(key.get(), entry.getValueNode()), where));
      } else {
        section(child, entry.getValueNode());
      }
    }
  }

  /** A list may be a sequence, whose values become one text with commas between them. */
  private String text(Key key, Node node) {
    if (key.isList() && node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(value -> scalar(key.path(), value))
          .collect(Collectors.joining(","));
    }
    return scalar(key.path(), node);
  }

  private String scalar(String child, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw new ConfigException(
        "%s: %s: expected a single value".formatted(where(node.getStartMark()), child));
  }

  /**
   * Returns true if a section has no content except comments. An explicit "null" or "~" is a value.
   */
  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.NULL)
        && scalar.getValue().isEmpty();
  }

  private String where(Optional<Mark> mark) {
    return path + mark.map(m -> ":" + (m.getLine() + 1)).orElse("");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }
}
