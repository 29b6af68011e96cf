package calendar.bench.figures;

import calendar.bench.figures.Figures.Figure;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The figures as JSON: the parts of a key are names of nested objects. */
public final class Json {
  private Json() {}

  /**
   * @param about what was measured, on what
   */
  public static String of(Figures figures, JsonObject about) {
    JsonObject root = new JsonObject();
    root.add("about", about);
    figures.all().forEach(figure -> put(root, figure));
    JsonArray remarks = new JsonArray();
    figures.remarks().forEach(remarks::add);
    root.add("remarks", remarks);
    return new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n";
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
    if (figure.headline()) {
      parent.addProperty(name, rounded(figure.value()));
    }
    JsonObject in = parent;
    figure
        .spread()
        .ifPresent(spread -> in.add(figure.headline() ? name + "_spread" : name, json(spread)));
  }

  private static JsonObject json(Spread spread) {
    JsonObject object = new JsonObject();
    object.addProperty("median", rounded(spread.median()));
    object.addProperty("min", rounded(spread.min()));
    object.addProperty("max", rounded(spread.max()));
    return object;
  }

  /** To a thousandth: what is finer is noise. */
  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
