package dev.sluice.table.automatic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.table.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked examples of the spec as they stand there: pages in, log lines, files and state out
/// (spec: tables §6). All log lines of our own are in the data files, too.
class ExamplesTest {
  private static final String LINE = "------------";
  private static final String EXTRA = "   + extra columns ";

  static Stream<String> examples() {
    return IntStream.rangeClosed(1, 20).mapToObj("E%02d"::formatted);
  }

  /// Where the original's result is broken (spec: tables §2.16), and aliases (§10.6).
  static Stream<String> fixes() throws IOException {
    return lines("fixes/names").stream().map("fixes/"::concat);
  }

  @ParameterizedTest
  @MethodSource({"examples", "fixes"})
  void givesTheFilesOfTheExample(String name) throws IOException {
    List<String> lines = lines(name);
    List<String> input = lines.subList(0, lines.indexOf(LINE));
    var actual = new StringBuilder();
    if (input.getFirst().equals("run 1")) {
      int second = input.indexOf("run 2");
      Conversion first = Conversion.Setup.FIRST.of(pages(input.subList(1, second)));
      addRun("run 1\n", first, actual);
      addRun("run 2\n", first.next().of(pages(input.subList(second + 1, input.size()))), actual);
    } else {
      Conversion run = Conversion.Setup.FIRST.of(pages(input));
      run.log().forEach(line -> actual.append("log ").append(line).append('\n'));
      actual.append(run.files());
    }
    String expected =
        String.join("\n", lines.subList(lines.indexOf(LINE) + 1, lines.size())) + "\n";
    assertEquals(expected, actual.toString());
  }

  private static void addRun(String title, Conversion run, StringBuilder text) {
    var state =
        JsonObject.builder()
            .put("json_parser.struct", run.state())
            .put("json_parser.structVersion", Conversion.json("3"))
            .build();
    text.append(title).append(run.files()).append("state ").append(state).append('\n');
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file =
        ExamplesTest.class.getResourceAsStream("/vectors/tables/automatic/" + name + ".txt")) {
      return new String(file.readAllBytes(), UTF_8).lines().toList();
    }
  }

  /// A line that starts with a space belongs to the line before it.
  private static List<Page> pages(List<String> lines) {
    List<Page> pages = new ArrayList<>();
    List<String> filters = List.of();
    for (String line : String.join("\n", lines).replace("\n ", " ").lines().toList()) {
      if (line.startsWith("filter ")) {
        filters = List.of(line.substring("filter ".length()).split(" ", -1));
      } else {
        pages.add(filtered(page(line.substring("page ".length())), filters));
      }
    }
    return pages;
  }

  private static Page page(String line) {
    int rows = line.indexOf(' ');
    int extra = line.indexOf(EXTRA);
    return extra < 0
        ? Conversion.page(line.substring(0, rows), line.substring(rows))
        : Conversion.page(
            line.substring(0, rows),
            line.substring(rows, extra),
            line.substring(extra + EXTRA.length()));
  }

  /// What the response filter of level 3 does with properties of the row (spec: jobs-and-paging
  /// §4).
  private static Page filtered(Page page, List<String> filters) {
    List<JsonValue> rows = new ArrayList<>();
    for (JsonValue row : page.rows()) {
      JsonValue filtered = row;
      for (String name : filters) {
        var object = (JsonObject) filtered;
        JsonValue value = object.find(name).orElse(JsonArray.EMPTY);
        filtered = object.with(name, new JsonString(JsonText.of(value)));
      }
      rows.add(filtered);
    }
    return new Page(page.dataType(), rows, page.extra(), page.origin());
  }
}
