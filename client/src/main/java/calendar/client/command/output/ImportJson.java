package calendar.client.command.output;

import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Conflict;
import calendar.client.importing.report.ImportCounts;
import calendar.client.importing.report.ImportReport;
import calendar.client.importing.report.Outcome;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The result of an import as JSON: the counts, and the result of every component. */
final class ImportJson {
  private ImportJson() {}

  static JsonObject of(ImportReport report) {
    ImportCounts counts = report.counts();
    JsonObject json = new JsonObject();
    json.addProperty("created", counts.created());
    json.addProperty("updated", counts.updated());
    json.addProperty("unchanged", counts.unchanged());
    json.addProperty("cancelled", counts.cancelled());
    json.addProperty("busy", counts.busy());
    json.addProperty("skipped", counts.skipped());
    json.addProperty("complete", report.interruption().isEmpty());
    json.add("charsets", texts(report.file().charsets()));
    json.add("floating_zones", texts(report.file().floatingZones()));
    json.add("components", array(report.results(), ImportJson::result));
    json.add("skipped_components", array(report.with(Outcome.SKIPPED), ImportJson::result));
    return json;
  }

  private static JsonObject result(ComponentResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("component", result.componentName());
    json.addProperty("uid", result.component().uid());
    json.addProperty("line", result.component().line());
    json.addProperty("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    if (!result.reason().isEmpty()) {
      json.addProperty("reason", result.reason());
    }
    if (!result.eventId().isEmpty()) {
      json.addProperty("event_id", result.eventId());
    }
    result.conflict().ifPresent(conflict -> json.add("conflict", conflict(conflict)));
    if (!result.notes().isEmpty()) {
      json.add("notes", texts(result.notes()));
    }
    return json;
  }

  private static JsonObject conflict(Conflict conflict) {
    JsonObject json = new JsonObject();
    json.addProperty("event_id", conflict.eventId());
    conflict.start().ifPresent(start -> json.addProperty("start_time", start.toString()));
    conflict.end().ifPresent(end -> json.addProperty("end_time", end.toString()));
    conflict
        .dates()
        .ifPresent(
            dates -> {
              json.addProperty("start_date", dates.start().toString());
              json.addProperty("end_date", dates.end().toString());
            });
    conflict
        .component()
        .ifPresent(
            component -> {
              json.addProperty("uid", component.uid());
              json.addProperty("line", component.line());
            });
    return json;
  }

  private static JsonArray texts(Collection<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonObject> json) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }
}
