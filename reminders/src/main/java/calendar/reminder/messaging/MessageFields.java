package calendar.reminder.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** The fields of an untrusted message. Each getter throws the reason if its field is malformed. */
final class MessageFields {
  /** In bytes. Our messages have a few hundred. */
  static final int LARGEST_BODY = 1024 * 1024;

  private static final JsonProvider JSON = JsonProvider.provider();

  private final JsonObject object;

  private MessageFields(JsonObject object) {
    this.object = object;
  }

  static MessageFields parse(byte[] body) {
    if (body.length > LARGEST_BODY) {
      throw new MalformedMessageException(
          "longer than %d bytes: %d".formatted(LARGEST_BODY, body.length));
    }
    return new MessageFields(object(decode(body)));
  }

  private static JsonObject object(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        throw new MalformedMessageException("not a JSON object");
      }
      JsonObject object = parser.getObject();
      if (parser.hasNext()) {
        throw new MalformedMessageException("more than one JSON value");
      }
      return object;
    } catch (MalformedMessageException malformed) {
      throw malformed;
    } catch (RuntimeException notJson) {
      // The parser throws its own exceptions and others, for example if the nesting is too deep.
      throw new MalformedMessageException("not JSON");
    }
  }

  String text(String field) {
    if (!object.containsKey(field)) {
      throw new MalformedMessageException(field + " is missing");
    }
    if (object.get(field) instanceof JsonString text) {
      return text.getString();
    }
    throw new MalformedMessageException(field + " is not a text");
  }

  UUID uuid(String field) {
    UUID uuid = read(field, "a UUID", UUID::fromString);
    if (!uuid.toString().equalsIgnoreCase(text(field))) {
      throw new MalformedMessageException(field + " is not a UUID");
    }
    return uuid;
  }

  Instant instant(String field) {
    return read(field, "an RFC 3339 time", Instant::parse);
  }

  Duration duration(String field) {
    return read(field, "an ISO 8601 duration", Duration::parse);
  }

  private <T> T read(String field, String expected, Function<String, T> reader) {
    String text = text(field);
    try {
      return reader.apply(text);
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw new MalformedMessageException("%s is not %s".formatted(field, expected));
    }
  }

  private static String decode(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException otherBytes) {
      throw new MalformedMessageException("not UTF-8");
    }
  }
}
