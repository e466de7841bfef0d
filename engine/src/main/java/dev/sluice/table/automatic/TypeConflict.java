package dev.sluice.table.automatic;

import dev.sluice.json.JsonString;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that values at one path do not fit together, where, and what to do about it (spec: tables
/// §2.4, §8).
final class TypeConflict {
  private TypeConflict() {}

  /// Where a conflict was met.
  ///
  /// @param origin names the request
  /// @param row the row on its page, from 1
  record Place(String origin, long row) {}

  /// {@return the error for kinds that exclude each other}
  ///
  /// @param node where
  /// @param known what was known of it
  /// @param arriving what came
  /// @param place in which row; null when that is not known any more
  static UserError unhandled(Node node, Kind known, Kind arriving, @Nullable Place place) {
    return error(
        "Unhandled nodeType change from \"%s\" to \"%s\" in \"%s\""
            .formatted(known.word(), arriving.word(), node.path()),
        node,
        place);
  }

  /// {@return the error for a list whose elements do not go with the single values}
  ///
  /// @param node where
  /// @param inside what the elements are
  /// @param other what the single values are
  /// @param place in which row
  static UserError incompatible(Node node, Kind inside, Kind other, @Nullable Place place) {
    return error(
        "Data array in '%s' contains incompatible types '%s' and '%s'"
            .formatted(node.path(), inside.word(), other.word()),
        node,
        place);
  }

  private static UserError error(String message, Node node, @Nullable Place place) {
    String where =
        place == null
            ? ""
            : "The conflict is in row %d of %s. ".formatted(place.row(), place.origin());
    return new UserError(
        Problem.of("Error parsing response JSON: " + message, where + remedy(node)));
  }

  private static String remedy(Node node) {
    List<String> steps = stepsInRow(node);
    if (steps.isEmpty()) {
      return "Rows must be all objects or all scalars: check 'dataField', or describe the rows of"
          + " this data type in 'mappings'.";
    }
    String delimiter = delimiter(steps);
    String path = String.join(delimiter, steps);
    String filter = "\"responseFilter\": " + new JsonText(path);
    if (!delimiter.equals(".")) {
      filter += ", \"responseFilterDelimiter\": " + new JsonText(delimiter);
    }
    return "To store the value as JSON text, add "
        + filter
        + " to the job, or use 'mappings' with \"forceType\": true for this property.";
  }

  /// {@return the steps of a response filter that reaches the node from its row} The element of a
  /// list is encoded with its list.
  private static List<String> stepsInRow(Node node) {
    List<String> steps = new ArrayList<>();
    Node at = node.isElement() && node.parent != null ? node.parent : node;
    boolean list = false;
    while (at.parent != null) {
      if (at.isElement()) {
        list = true;
      } else {
        steps.addFirst(at.key + (list ? "[]" : ""));
        list = false;
      }
      at = at.parent;
    }
    return steps;
  }

  private static String delimiter(List<String> steps) {
    for (String candidate : List.of(".", "/", "|")) {
      if (steps.stream().noneMatch(step -> step.contains(candidate))) {
        return candidate;
      }
    }
    return "::";
  }

  private record JsonText(String text) {
    @Override
    public String toString() {
      return dev.sluice.json.JsonWriter.compact(new JsonString(text));
    }
  }
}
