package calendar.bench.figures;

import calendar.bench.figures.Figures.Figure;
import calendar.bench.figures.Figures.Form;
import java.util.List;
import java.util.Locale;

/**
 * The ratios as bars, with a whisker from the least to the greatest and a line where the target is.
 */
public final class Picture {
  private static final int ROW = 34;
  private static final int TOP = 61;
  private static final double BAR_PIXELS = 350;

  /** Longer bars are cut off, or one of them would leave nothing to see of the others. */
  private static final double LONGEST = 4;

  private static final String HEAD =
      """
      <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 860 %1$d' width='860' height='%1$d'
       font-family='sans-serif' font-size='13'>
      <rect width='100%%' height='100%%' fill='white'/>
      <text x='12' y='24' font-size='15'>Ratios: median, least and greatest, target (dashed)</text>
      """;

  /** A row: its origin is the middle of the bar's left end. */
  private static final String BAR =
      """
      <g transform='translate(330 %d)'>
      <text x='-10' y='4' text-anchor='end'>%s</text>
      <rect x='0' y='-8' width='%.1f' height='16' fill='%s'/>
      """;

  private static final String WHISKER =
      "<path d='M%1$.1f 0 H%2$.1f M%1$.1f -4 V4 M%2$.1f -4 V4' stroke='black' fill='none'/>\n";
  private static final String TARGET =
      "<path d='M%.1f -14 V14' stroke='black' stroke-dasharray='3 2'/>\n";
  private static final String LABEL = "<text x='%.1f' y='4'>%s</text>\n</g>\n";

  private final List<Figure> ratios;
  private final double scale;
  private final StringBuilder svg = new StringBuilder();

  private Picture(List<Figure> ratios) {
    this.ratios = ratios;
    double longest = ratios.stream().mapToDouble(Picture::reach).max().orElse(1);
    this.scale = BAR_PIXELS / Math.min(LONGEST, longest);
  }

  /** As SVG. */
  public static String of(Figures figures) {
    return new Picture(
            figures.all().stream().filter(figure -> figure.key().contains("ratio")).toList())
        .draw();
  }

  private String draw() {
    add(HEAD, TOP + ROW * ratios.size());
    for (int row = 0; row < ratios.size(); row++) {
      draw(ratios.get(row), TOP + row * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(Figure figure, int middle) {
    add(BAR, middle, figure.key(), length(figure.value()), colour(figure));
    if (figure.form() != Form.ONCE) {
      add(WHISKER, length(figure.spread().min()), length(figure.spread().max()));
    }
    figure.target().ifPresent(target -> add(TARGET, length(target.bound())));
    add(LABEL, length(reach(figure)) + 8, label(figure));
  }

  private double length(double value) {
    return Math.min(value, LONGEST) * scale;
  }

  private static String label(Figure figure) {
    String target = figure.target().map(known -> " (target %s)".formatted(known)).orElse("");
    return Table.number(figure.value()) + target.replace("<=", "≤").replace(">=", "≥");
  }

  private static double reach(Figure figure) {
    return Math.max(figure.spread().max(), figure.target().map(Target::bound).orElse(0.0));
  }

  private static String colour(Figure figure) {
    return figure
        .target()
        .map(target -> target.isMetBy(figure.value()) ? "#2e7d4f" : "#b3402f")
        .orElse("#5b6b7b");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
