package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.table.Page;
import dev.sluice.table.TableExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Worked examples: pages in, log lines, files and state out. The data files hold our own log
/// lines, too.
class ExamplesTest {

  /// E01 to E20 as they stand in the spec (spec: tables §6).
  static Stream<TableExample> examples() {
    return TableExample.in("automatic/examples").stream();
  }

  /// Where the original's result is broken (spec: tables §2.16), and aliases (§10.6).
  static Stream<TableExample> fixes() {
    return TableExample.in("automatic/fixes").stream();
  }

  @ParameterizedTest
  @MethodSource({"examples", "fixes"})
  void givesWhatTheExampleShows(TableExample example) {
    Conversion run = new Conversion.Setup(known(example), false).of(pages(example));
    Map<String, String> files =
        run.tables().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().csv()));
    assertEquals(example.files(), files);
    assertEquals(example.log(), run.log());
    example.state().ifPresent(state -> assertEquals(state, stateFile(run)));
  }

  private static JsonObject stateFile(Conversion run) {
    return JsonObject.builder()
        .put("json_parser.struct", run.state())
        .put(
            "json_parser.structVersion",
            Conversion.json(Integer.toString(AutomaticShaper.STRUCTURE_VERSION)))
        .build();
  }

  /// {@return the structure that a second run starts with}
  private static Optional<JsonObject> known(TableExample example) {
    return examples()
        .filter(other -> example.name().equals(other.name().replace("run-1", "run-2")))
        .filter(other -> !example.name().equals(other.name()))
        .findFirst()
        .flatMap(TableExample::state)
        .flatMap(state -> ((JsonObject) state).find("json_parser.struct"))
        .map(JsonObject.class::cast);
  }

  private static List<Page> pages(TableExample example) {
    List<JsonValue> filters =
        example.config().find("responseFilter").orElse(JsonArray.EMPTY)
                instanceof JsonArray(List<JsonValue> paths)
            ? paths
            : List.of();
    return example.pages().stream().map(page -> filtered(page, filters)).toList();
  }

  /// What the response filter of level 3 does with properties of the row (spec: jobs-and-paging
  /// §4).
  private static Page filtered(Page page, List<JsonValue> filters) {
    List<JsonValue> rows = new ArrayList<>();
    for (JsonValue row : page.rows()) {
      JsonValue filtered = row;
      for (JsonValue filter : filters) {
        String name = ((JsonString) filter).value();
        var object = (JsonObject) filtered;
        JsonValue value = object.find(name).orElse(JsonArray.EMPTY);
        filtered = object.with(name, new JsonString(JsonText.of(value)));
      }
      rows.add(filtered);
    }
    return new Page(page.dataType(), rows, page.extra(), page.origin());
  }
}
