package calendar.client.time.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the words of a text in lower case, from left to right. Not thread-safe. */
public final class WordReader {
  /** Applied in this order. Afterwards each word belongs to one part of the grammar. */
  private static final List<Rewrite> REWRITES =
      List.of(
          new Rewrite("[,\\s\\h]+", " "),
          // 2026-12-01T10:00
          new Rewrite("(\\d-\\d{1,2})t(?=\\d)", "$1 "),
          // 30-Nov-2026
          new Rewrite("(\\d)[-/]([a-z]{3,9})[-/](?=\\d)", "$1 $2 "),
          // 9 a.m.
          new Rewrite("(?<=\\d) ?([ap])\\.? ?m\\b\\.?", "$1m"),
          // 30th of Nov.
          new Rewrite("(?<=[a-z])\\.(?= |$)", ""),
          new Rewrite("(?<=\\d|th|st|nd|rd) of (?=[a-z])", " "),
          new Rewrite("(?<=^| )at (?=\\d|noon|midnight)", ""),
          new Rewrite("(?<=^| )on (?=[a-z\\d])", ""),
          // 10:00Z and 10:00+05:30
          new Rewrite("(:\\d\\d(?:\\.\\d+)?(?:[ap]m)?)(?=z|utc|gmt|[+-]\\d)", "$1 "));

  private final List<String> words;
  private int next;

  private WordReader(List<String> words) {
    this.words = words;
  }

  public static WordReader of(String text) {
    String written = text.toLowerCase(Locale.ROOT);
    for (Rewrite rewrite : REWRITES) {
      written = rewrite.pattern().matcher(written).replaceAll(rewrite.replacement());
    }
    written = written.strip();
    return new WordReader(written.isEmpty() ? List.of() : List.of(written.split(" ")));
  }

  public boolean isEmpty() {
    return next == words.size();
  }

  /** The word at a distance from the next word, 0 for the next one. Empty after the last word. */
  public String peek(int ahead) {
    return next + ahead < words.size() ? words.get(next + ahead) : "";
  }

  public void skip(int count) {
    next += count;
  }

  private record Rewrite(Pattern pattern, String replacement) {
    Rewrite(String pattern, String replacement) {
      this(Pattern.compile(pattern), replacement);
    }
  }
}
