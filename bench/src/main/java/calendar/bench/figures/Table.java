package calendar.bench.figures;

import calendar.bench.figures.Figures.Figure;
import calendar.bench.figures.Figures.Form;
import java.util.Locale;

/** The figures as text, each with its target beside it, if it has one. */
public final class Table {
  private static final String ROW = "%-44s %12s %12s %12s  %-12s%s%n";

  private Table() {}

  public static String of(Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append(ROW.formatted("", "median", "min", "max", "target", ""));
    String section = "";
    for (Figure figure : figures.all()) {
      if (!figure.section().equals(section)) {
        text.append(String.format("%n"));
        section = figure.section();
      }
      text.append(row(figure));
    }
    figures.remarks().forEach(remark -> text.append(String.format("%n%s", remark)));
    return text.append(figures.remarks().isEmpty() ? "" : String.format("%n")).toString();
  }

  private static String row(Figure figure) {
    boolean once = figure.form() == Form.ONCE;
    return ROW.formatted(
            figure.key(),
            number(figure.value()),
            once ? "" : number(figure.spread().min()),
            once ? "" : number(figure.spread().max()),
            figure.target().map(Target::toString).orElse(""),
            figure.target().map(target -> target.mark(figure.value())).orElse(""))
        .replaceFirst(" +(\\R)$", "$1");
  }

  /** With as many digits as a reader can use. */
  static String number(double value) {
    String format = Math.abs(value) >= 100 || value == Math.rint(value) ? "%,.0f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
