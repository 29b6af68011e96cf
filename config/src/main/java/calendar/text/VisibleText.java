package calendar.text;

/**
 * Makes text from users safe to show. Escapes characters that could start a new line, control a
 * terminal, change the writing direction, or be invisible: U+0085 becomes a backslash and {@code
 * u0085}. These are control characters, line and paragraph separators, direction marks, the byte
 * order mark and unpaired surrogates. Joiners stay, because emoji and some scripts need them.
 */
public final class VisibleText {
  private static final char SPACE = ' ';

  private VisibleText() {}

  /** Returns the text on one line. */
  public static String oneLine(String text) {
    return escaped(text, '\0');
  }

  /**
   * Returns equivalent JSON without these characters.
   *
   * @param json valid JSON; its line ends stay, because they are never inside a JSON string
   */
  public static String inJson(String json) {
    return escaped(json, SPACE);
  }

  /** Returns the same object if there is nothing to escape, the most frequent case. */
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
