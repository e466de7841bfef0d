package dev.sluice.function;

import static dev.sluice.function.Evaluator.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The calls in the tables of the manual give what stands beside them.
class DocumentedFunctionsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\{.*?})` \\| (.*) \\|$");
  private static final Pattern CONTEXTS =
      Pattern.compile("(?m)^\\| .*? \\| ((?:`[a-z]+`(?:, )?)+) \\| (?:once|for each).*\\|$");

  private final Evaluator params = new Evaluator(Place.JOB_PARAMS).with("attr", "{}");

  private static String manual() throws IOException {
    return Files.readString(ProjectFolder.root().resolve("docs").resolve("functions.md"));
  }

  static List<Map.Entry<String, String>> rows() throws IOException {
    List<Map.Entry<String, String>> rows = new ArrayList<>();
    Matcher found = ROW.matcher(manual());
    while (found.find()) {
      rows.add(Map.entry(found.group(1), found.group(2)));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theCallGivesWhatTheManualSays(Map.Entry<String, String> row) {
    String shown = row.getValue();
    if (shown.startsWith("`")) {
      assertEquals(json(shown.substring(1, shown.length() - 1)), params.value(row.getKey()));
    } else {
      UserError error = assertThrows(UserError.class, () -> params.value(row.getKey()));
      assertEquals("User script error: " + shown, error.problems().getFirst().message());
    }
  }

  @Test
  void eachFunctionIsShown() throws IOException {
    String manual = manual();
    for (Function function : Function.values()) {
      assertTrue(manual.contains("| `{\"function\": \"" + function.text() + "\""), function::text);
    }
  }

  @Test
  void theContextsOfEachPlaceAreShown() throws IOException {
    Set<Set<String>> shown = new HashSet<>();
    Matcher found = CONTEXTS.matcher(manual());
    while (found.find()) {
      shown.add(new TreeSet<>(List.of(found.group(1).replace("`", "").split(", ", -1))));
    }
    for (Place place : Place.values()) {
      assertTrue(shown.contains(new TreeSet<>(place.contexts())), place::name);
    }
  }
}
