package calendar.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code docs/clients.md}. */
final class ClientsPage {
  private static final Path FILE = Path.of("..", "docs", "clients.md");

  /** The address that the page uses. */
  static final String ADDRESS = "localhost:8888";

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\S+)(?: (\\S+))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private final String text;

  private ClientsPage(String text) {
    this.text = text;
  }

  /**
   * Reads the page.
   *
   * @param address the server's address, which replaces the page's address
   */
  static ClientsPage read(String address) throws IOException {
    return new ClientsPage(Files.readString(FILE, UTF_8).replace(ADDRESS, address));
  }

  /**
   * The code blocks under a heading.
   *
   * @throws NoSuchElementException if there is no such heading
   */
  List<Block> blocks(String heading) {
    int start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      throw new NoSuchElementException("docs/clients.md has no heading " + heading);
    }
    int next = text.indexOf("\n## ", start + 1);
    Matcher matcher = BLOCK.matcher(text.substring(start, next < 0 ? text.length() : next));
    List<Block> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return blocks;
  }

  /**
   * A block of code.
   *
   * @param language the word after the backticks; {@code sh} blocks are commands to run
   * @param file the name of the file for this block, or null
   */
  record Block(String language, String file, String text) {
    boolean isCommands() {
      return language.equals("sh");
    }
  }
}
