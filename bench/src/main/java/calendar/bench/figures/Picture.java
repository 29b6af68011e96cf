package calendar.bench.figures;

import calendar.bench.figures.Figures.Figure;
import java.util.List;
import java.util.Locale;

/**
 * The ratios as bars, with a whisker from the least to the greatest and a line where the target is.
 */
public final class Picture {
  private static final int WIDTH = 860;
  private static final int LEFT = 330;
  private static final int RIGHT = 180;
  private static final int ROW = 34;
  private static final int BAR = 16;
  private static final int TOP = 44;

  /** Longer bars are cut off, or one of them would leave nothing to see of the others. */
  private static final double LONGEST = 4;

  private static final String MET = "#2e7d4f";
  private static final String MISSED = "#b3402f";
  private static final String PLAIN = "#5b6b7b";

  private final List<Figure> ratios;
  private final double scale;
  private final StringBuilder svg = new StringBuilder();

  private Picture(List<Figure> ratios) {
    this.ratios = ratios;
    double longest = Math.min(LONGEST, ratios.stream().mapToDouble(Picture::reach).max().orElse(1));
    this.scale = (WIDTH - LEFT - RIGHT) / longest;
  }

  /** As SVG. */
  public static String of(Figures figures) {
    return new Picture(
            figures.all().stream().filter(figure -> figure.key().contains("ratio")).toList())
        .draw();
  }

  private String draw() {
    int height = TOP + ROW * ratios.size() + 16;
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'",
        WIDTH, height, WIDTH, height);
    add(
        " font-family='sans-serif' font-size='13'>%n<rect width='100%%' height='100%%'"
            + " fill='white'/>%n");
    add(
        "<text x='12' y='24' font-size='15'>Ratios: median, least and greatest, target"
            + " (dashed)</text>%n");
    for (int row = 0; row < ratios.size(); row++) {
      draw(ratios.get(row), TOP + row * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(Figure figure, int top) {
    int middle = top + ROW / 2;
    add("<text x='%d' y='%d' text-anchor='end'>%s</text>%n", LEFT - 10, middle + 4, figure.key());
    add(
        "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>%n",
        LEFT, middle - BAR / 2, length(figure.value()), BAR, colour(figure));
    figure.spread().ifPresent(spread -> whisker(spread, middle));
    Target.of(figure.key()).ifPresent(target -> targetLine(target, top));
    add(
        "<text x='%.1f' y='%d'>%s</text>%n",
        LEFT + length(reach(figure)) + 8, middle + 4, label(figure));
  }

  private void whisker(Spread spread, int middle) {
    double from = LEFT + length(spread.min());
    double to = LEFT + length(spread.max());
    add(
        "<path d='M%.1f %d H%.1f M%.1f %d V%d M%.1f %d V%d' stroke='black' fill='none'/>%n",
        from, middle, to, from, middle - 4, middle + 4, to, middle - 4, middle + 4);
  }

  private void targetLine(Target target, int top) {
    double x = LEFT + length(target.bound());
    add(
        "<path d='M%.1f %d V%d' stroke='black' stroke-dasharray='3 2'/>%n",
        x, top + 3, top + ROW - 3);
  }

  private double length(double value) {
    return Math.min(value, LONGEST) * scale;
  }

  private static String label(Figure figure) {
    String target =
        Target.of(figure.key())
            .map(
                known ->
                    " (target %s %s)"
                        .formatted(known.atLeast() ? "≥" : "≤", Table.number(known.bound())))
            .orElse("");
    return Table.number(figure.value()) + target;
  }

  private static double reach(Figure figure) {
    double most = figure.spread().map(Spread::max).orElse(figure.value());
    return Math.max(most, Target.of(figure.key()).map(Target::bound).orElse(0.0));
  }

  private static String colour(Figure figure) {
    return Target.of(figure.key())
        .map(target -> target.isMetBy(figure.value()) ? MET : MISSED)
        .orElse(PLAIN);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
