package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.figures.Json;
import calendar.bench.figures.Table;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what was found, and writes it beside. */
record Report(Path folder, Figures figures, Pace pace) {

  void write() {
    String text = Table.of(figures);
    System.out.println();
    System.out.print(text);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("latest.txt"), text);
      Files.writeString(folder.resolve("latest.json"), Json.of(figures, new JsonObject()));
    } catch (IOException failure) {
      throw new BenchException("%s cannot be written: %s".formatted(folder, failure), failure);
    }
  }
}
