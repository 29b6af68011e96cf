package calendar.text;

/**
 * Makes text that others wrote safe to show: what would begin a new line, steer a terminal, turn
 * the direction of writing, or vanish is written as an escape, U+0085 as backslash and {@code
 * u0085}. Those are control characters, line and paragraph separators, the marks of direction, the
 * byte order mark and halves of surrogate pairs. Joiners, which emoji and some scripts need, stay.
 */
public final class VisibleText {
  private static final char SPACE = ' ';

  private VisibleText() {}

  /** The text on one line. */
  public static String oneLine(String text) {
    return escaped(text, '\0');
  }

  /**
   * A JSON text that means the same and has none of these characters in it.
   *
   * @param json valid JSON; its line ends stay, since in there they are never part of a text
   */
  public static String inJson(String json) {
    return escaped(json, SPACE);
  }

  /** Most texts have nothing to escape, and are returned as they are. */
  private static String escaped(String text, char first) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text, i, first)) {
        return escaped(text, i, first);
      }
    }
    return text;
  }

  private static String escaped(String text, int start, char first) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      if (isUnsafe(text, i, first)) {
        escaped.append("\\u");
        String hex = Integer.toHexString(text.charAt(i));
        escaped.append("0000", 0, 4 - hex.length()).append(hex);
      } else {
        escaped.append(text.charAt(i));
      }
    }
    return escaped.toString();
  }

  private static boolean isUnsafe(String text, int index, char first) {
    char character = text.charAt(index);
    if (character < '\u007f') {
      return character < SPACE && character >= first;
    }
    if (Character.isSurrogate(character)) {
      return !isPaired(text, index);
    }
    return character <= '\u009f'
        || character == '\u061c'
        || character == '\u200e'
        || character == '\u200f'
        || character >= '\u2028' && character <= '\u202e'
        || character >= '\u2066' && character <= '\u206f'
        || character == '\ufeff'
        || character >= '\ufff9' && character <= '\ufffb';
  }

  private static boolean isPaired(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }
}
