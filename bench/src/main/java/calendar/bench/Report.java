package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.figures.Json;
import calendar.bench.figures.Picture;
import calendar.bench.figures.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what was found, and writes it beside as text, JSON and a picture. */
record Report(Path folder, Figures figures, About about) {

  void write() {
    String text = about.text() + "\n" + Table.of(figures);
    System.out.println();
    System.out.print(text);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("latest.txt"), text);
      Files.writeString(folder.resolve("latest.json"), Json.of(figures, about.json()));
      Files.writeString(folder.resolve("latest.svg"), Picture.of(figures));
    } catch (IOException failure) {
      throw new BenchException("%s cannot be written: %s".formatted(folder, failure), failure);
    }
    System.out.printf("%nWritten to %s as latest.txt, latest.json and latest.svg.%n", folder);
  }
}
