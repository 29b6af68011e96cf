package calendar.api.grpc;

import calendar.error.Violation;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps errors small enough for every client: by default one accepts 8 KiB of metadata, and these
 * have the message twice, and the details in base64.
 */
final class ErrorLimits {
  static final int MESSAGE_BYTES = 1_000;
  static final int FIELDS_BYTES = 2_000;
  private static final int DESCRIPTION_BYTES = 500;
  private static final String MORE = "...";

  private ErrorLimits() {}

  /** The message, without its end if it is too long. */
  static String message(String message) {
    return cut(message, MESSAGE_BYTES);
  }

  /** The first bad fields: as many as there is space for. */
  static BadRequest fields(List<Violation> violations) {
    BadRequest.Builder fields = BadRequest.newBuilder();
    for (Violation violation : violations) {
      fields.addFieldViolations(
          FieldViolation.newBuilder()
              .setField(violation.field())
              .setDescription(cut(violation.expected(), DESCRIPTION_BYTES)));
      if (fields.build().getSerializedSize() > FIELDS_BYTES) {
        return fields.removeFieldViolations(fields.getFieldViolationsCount() - 1).build();
      }
    }
    return fields.build();
  }

  private static String cut(String text, int bytes) {
    if (bytes(text) <= bytes) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int left = bytes - bytes(MORE);
    for (int character : text.codePoints().toArray()) {
      String next = Character.toString(character);
      left -= bytes(next);
      if (left < 0) {
        break;
      }
      start.append(next);
    }
    return start.append(MORE).toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
