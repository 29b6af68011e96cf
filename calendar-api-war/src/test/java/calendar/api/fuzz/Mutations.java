package calendar.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes good inputs in a few places. The same seed gives the same inputs. */
final class Mutations {
  private static final int MOST_CHANGES = 4;

  private final List<byte[]> inputs;
  private final List<String> words;
  private final Random random;

  Mutations(List<byte[]> inputs, List<String> words, long seed) {
    this.inputs = inputs;
    this.words = words;
    this.random = new Random(seed);
  }

  byte[] next() {
    byte[] input = any(inputs);
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      input = changed(input);
    }
    return input;
  }

  /** Never the first byte, which says what kind of input it is. */
  private byte[] changed(byte[] input) {
    int from = Math.min(input.length, 1 + random.nextInt(input.length));
    int to = Math.min(input.length, from + random.nextInt(8));
    return switch (random.nextInt(5)) {
      case 0 -> joined(input, from, inserted(), from);
      case 1 -> joined(input, from, inserted(), to);
      case 2 -> joined(input, from, new byte[0], to);
      case 3 -> joined(input, to, Arrays.copyOfRange(input, from, to), to);
      default -> {
        byte[] other = any(inputs);
        yield joined(
            input,
            from,
            Arrays.copyOfRange(other, Math.min(from, other.length), other.length),
            input.length);
      }
    };
  }

  private byte[] inserted() {
    return words.isEmpty() || random.nextBoolean()
        ? new byte[] {(byte) random.nextInt(256)}
        : any(words).getBytes(UTF_8);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The input with something else between two places. */
  private static byte[] joined(byte[] input, int from, byte[] middle, int to) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(input, 0, from);
    joined.writeBytes(middle);
    joined.write(input, to, input.length - to);
    return joined.toByteArray();
  }
}
