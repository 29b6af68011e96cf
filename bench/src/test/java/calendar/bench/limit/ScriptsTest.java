package calendar.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** What pgbench runs is what the calendar runs, or the comparison says nothing. */
class ScriptsTest {
  @Test
  void listsADayAsTheCalendarDoes() throws Exception {
    String own =
        server("calendar.event.postgres.EventSql", "LIST")
            .replace("?1", ":owner")
            .replace("?2", "to_timestamp(:start)")
            .replace("?3", "to_timestamp(:end)")
            .replace("?4", "to_timestamp(:after)")
            .replace("?5", "101");

    assertThat(script("list_day.sql")).endsWith(oneLine(own) + ";");
  }

  @Test
  void getsAsTheCalendarDoes() throws Exception {
    String own =
        server("calendar.event.postgres.EventSql", "BY_ID")
            .replace("?1", ":owner")
            .replace("?2", "(:id_high::text || :id_low::text)::uuid");

    assertThat(script("get.sql")).endsWith(oneLine(own) + ";");
  }

  private static String server(String type, String constant) throws ReflectiveOperationException {
    Field field = Class.forName(type).getDeclaredField(constant);
    field.setAccessible(true);
    return (String) field.get(null);
  }

  private static String script(String name) throws IOException {
    try (InputStream text = PgBench.class.getResourceAsStream(name)) {
      return oneLine(new String(text.readAllBytes(), UTF_8));
    }
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("\\s+", " ").replace("( ", "(").strip();
  }
}
