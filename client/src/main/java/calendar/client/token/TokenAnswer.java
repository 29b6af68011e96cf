package calendar.client.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What an authorization server answers (RFC 6749, 5).
 *
 * @param lifetime from now until the token expires
 */
record TokenAnswer(String token, Duration lifetime) {
  /** Of a token whose server does not say. */
  private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(1);

  private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

  /**
   * Reads an answer with a token.
   *
   * @throws IOException if it has none; the message does not quote the answer
   */
  static TokenAnswer parse(String json) throws IOException {
    JsonObject answer =
        object(json).orElseThrow(() -> new IOException("expected JSON, found something else"));
    String token =
        text(answer, "access_token")
            .flatMap(TokenText::read)
            .orElseThrow(() -> new IOException("expected \"access_token\" in the answer"));
    if (!text(answer, "token_type").orElse("").equalsIgnoreCase("Bearer")) {
      throw new IOException("expected the \"token_type\" Bearer in the answer");
    }
    return new TokenAnswer(token, lifetime(answer));
  }

  /** The error's code in brackets, for a message. Empty if there is none in the answer. */
  static String error(String json) {
    return object(json)
        .flatMap(answer -> text(answer, "error"))
        .filter(code -> code.matches("[a-z_]{1,60}"))
        .map(" (%s)"::formatted)
        .orElse("");
  }

  private static Duration lifetime(JsonObject answer) {
    return answer.get("expires_in") instanceof JsonPrimitive seconds && seconds.isNumber()
        ? Duration.ofSeconds(Math.max(0, Math.min(LONGEST_SECONDS, seconds.getAsLong())))
        : UNKNOWN_LIFETIME;
  }

  private static Optional<String> text(JsonObject answer, String name) {
    return answer.get(name) instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static Optional<JsonObject> object(String json) {
    try {
      JsonElement parsed = JsonParser.parseString(json);
      return parsed.isJsonObject() ? Optional.of(parsed.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException malformed) {
      return Optional.empty();
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "TokenAnswer[lifetime=%s]".formatted(lifetime);
  }
}
