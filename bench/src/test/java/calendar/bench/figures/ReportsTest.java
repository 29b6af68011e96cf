package calendar.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {
  private final Figures figures = new Figures();

  @BeforeEach
  void measure() {
    List.of(1.4, 1.6, 1.7).forEach(ratio -> figures.headline("create.ratio_to_pgbench", ratio));
    List.of(9_000.0, 10_000.4444, 11_000.0)
        .forEach(rate -> figures.round("create.per_second", rate));
    figures.put("overload.served_ratio", 0.7);
    figures.put("create.lone_ms", 0.63256);
    figures.remark("growth: skipped");
  }

  @Test
  void jsonNestsKeysAndGivesHeadlinesAsNumbers() {
    JsonObject json = JsonParser.parseString(Json.of(figures, new JsonObject())).getAsJsonObject();

    JsonObject create = json.getAsJsonObject("create");
    assertThat(create.get("ratio_to_pgbench").getAsDouble()).isEqualTo(1.6);
    assertThat(create.getAsJsonObject("ratio_to_pgbench_spread").get("min").getAsDouble())
        .isEqualTo(1.4);
    assertThat(create.getAsJsonObject("per_second").get("max").getAsDouble()).isEqualTo(11_000);
    assertThat(create.getAsJsonObject("per_second").get("median").getAsDouble())
        .isEqualTo(10_000.444);
    assertThat(create.get("lone_ms").getAsDouble()).isEqualTo(0.633);
    assertThat(json.getAsJsonArray("remarks").get(0).getAsString()).isEqualTo("growth: skipped");
  }

  @Test
  void theTableMarksWhatMeetsItsTarget() {
    assertThat(Table.of(figures).lines())
        .anySatisfy(line -> assertThat(line).matches("create.ratio_to_pgbench .*1\\.60 .* met"))
        .anySatisfy(line -> assertThat(line).matches("overload.served_ratio .*0\\.70 .* MISSED"))
        .anySatisfy(line -> assertThat(line).matches("create.per_second +10,000 +9,000 +11,000"))
        .contains("growth: skipped");
  }

  @Test
  void thePictureHasABarForEachRatio() throws Exception {
    Document svg = parse(Picture.of(figures));

    List<Element> bars =
        elements(svg, "rect").stream().filter(bar -> bar.hasAttribute("x")).toList();
    assertThat(bars).hasSize(2);
    assertThat(Double.parseDouble(bars.get(0).getAttribute("width")))
        .isGreaterThan(2 * Double.parseDouble(bars.get(1).getAttribute("width")));
  }

  @Test
  void thePictureOfNothingIsEmpty() throws Exception {
    assertThat(parse(Picture.of(new Figures())).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .toList();
  }
}
