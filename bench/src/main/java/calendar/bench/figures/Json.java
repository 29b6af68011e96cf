package calendar.bench.figures;

import calendar.bench.figures.Figures.Figure;
import calendar.bench.figures.Figures.Form;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** The figures as JSON: the parts of a key are names of nested objects. */
public final class Json {
  /** Rounds numbers to a thousandth; smaller differences are noise. */
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .registerTypeAdapter(
              Double.class,
              (JsonSerializer<Double>)
                  (value, type, context) -> new JsonPrimitive(Math.round(value * 1_000) / 1_000.0))
          .create();

  private Json() {}

  /**
   * @param about what was measured, on what
   */
  public static String of(Figures figures, JsonObject about) {
    JsonObject root = new JsonObject();
    root.add("about", about);
    figures.all().forEach(figure -> put(root, figure));
    root.add("remarks", GSON.toJsonTree(figures.remarks()));
    return GSON.toJson(root) + "\n";
  }

  private static void put(JsonObject root, Figure figure) {
    String[] names = figure.key().split("\\.");
    JsonObject parent = root;
    for (int i = 0; i < names.length - 1; i++) {
      if (!parent.has(names[i])) {
        parent.add(names[i], new JsonObject());
      }
      parent = parent.getAsJsonObject(names[i]);
    }
    String name = names[names.length - 1];
    if (figure.form() == Form.ROUNDS) {
      parent.add(name, GSON.toJsonTree(figure.spread()));
      return;
    }
    parent.add(name, GSON.toJsonTree(figure.value()));
    if (figure.form() == Form.HEADLINE) {
      parent.add(name + "_spread", GSON.toJsonTree(figure.spread()));
    }
  }
}
