package calendar.client.ics;

import static calendar.client.ics.IcsFiles.HEAD;
import static calendar.client.ics.IcsFiles.TAIL;
import static calendar.client.ics.IcsFiles.TIMES;
import static calendar.client.ics.IcsFiles.event;
import static calendar.client.ics.IcsFiles.read;
import static calendar.client.ics.IcsFiles.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.syntax.NotICalendarException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Line ends, folds and charsets. */
class ContentLinesTest {
  @Test
  void prefersCharsetOptionOverFile() throws IOException {
    byte[] file =
        (HEAD + vevent(TIMES + "SUMMARY:5 €\n") + TAIL).getBytes(Charset.forName("ISO-8859-15"));
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.of(Charset.forName("ISO-8859-15")),
            Optional.empty(),
            Optional.empty());

    assertThat(IcsFiles.read(file, options))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::title)
        .isEqualTo("5 €");
  }

  @Test
  void rejectsFileInvalidInGivenCharset() {
    byte[] file =
        (HEAD + vevent(TIMES + "SUMMARY:é\n") + TAIL).getBytes(StandardCharsets.ISO_8859_1);
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.of(StandardCharsets.UTF_8),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> IcsFiles.read(file, options))
        .isInstanceOf(NotICalendarException.class)
        .hasMessageStartingWith("the file is not valid UTF-8");
  }

  @Test
  void keepsBlankAfterSoftLineBreak() throws IOException {
    String title = "SUMMARY;ENCODING=QUOTED-PRINTABLE:one=\n two=C3=A9\n";

    assertThat(IcsFiles.read(HEAD + vevent(TIMES + title) + TAIL))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::title)
        .isEqualTo("one twoé");
  }

  @Test
  void decodesEachLineSeparately() throws IOException {
    byte[] file =
        (HEAD + vevent(TIMES + "SUMMARY:Grüße\nDESCRIPTION:@\n") + TAIL)
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '@' && file[i - 1] == ':') {
        file[i] = (byte) 0x80; // the euro sign of windows-1252
      }
    }

    assertThat(IcsFiles.read(file))
        .singleElement(type(IcsEvent.class))
        .satisfies(
            event -> {
              assertThat(event.title()).isEqualTo("Grüße");
              assertThat(event.description()).isEqualTo("€");
            });
  }

  @Test
  void readsLinesEndingWithCarriageReturn() throws IOException {
    assertThat(read((HEAD + vevent(TIMES) + TAIL).replace('\n', '\r'))).hasSize(1);
  }

  @Test
  void unfoldsLinesWithinCharacters() throws IOException {
    byte[] file =
        (HEAD + vevent(TIMES + "SUMMARY:Gr|ü|ße\n") + TAIL).getBytes(StandardCharsets.UTF_8);
    List<Byte> folded = new ArrayList<>();
    boolean within = false;
    for (byte octet : file) {
      if (octet == '|') {
        within = !within;
      } else {
        folded.add(octet);
        if (within) {
          List.of('\r', '\n', ' ').forEach(fold -> folded.add((byte) fold.charValue()));
        }
      }
    }
    byte[] octets = new byte[folded.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = folded.get(i);
    }

    assertThat(IcsFiles.read(octets))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::title)
        .isEqualTo("Grüße");
  }

  @Test
  void acceptsByteOrderMarkAndBlankLines() throws IOException {
    assertThat(read("\ufeff" + HEAD + "\n\n" + vevent(TIMES + "\n") + TAIL + "\n\n"))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::line)
        .isEqualTo(6);
  }
}
