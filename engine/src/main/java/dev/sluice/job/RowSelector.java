package dev.sluice.job;

import dev.sluice.config.DataField;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the rows in a response (spec: jobs-and-paging §3).
///
/// @param dataField where they are; the only list of the response when empty
/// @param endpoint names the job in messages, its placeholders replaced
record RowSelector(Optional<DataField> dataField, String endpoint) {

  /// What was found.
  ///
  /// @param rows the rows in order
  /// @param warning why there are none, if that is odd
  record Selection(List<JsonValue> rows, Optional<String> warning) {
    private static Selection of(List<JsonValue> rows) {
      return new Selection(rows, Optional.empty());
    }

    private static Selection none(String warning) {
      return new Selection(List.of(), Optional.of(warning));
    }
  }

  /// {@return the rows}
  ///
  /// @param document the response
  /// @throws UserError if it is not clear which part of it the rows are
  Selection select(JsonValue document) {
    return dataField.map(field -> at(field, document)).orElseGet(() -> detect(document));
  }

  private static Selection at(DataField field, JsonValue document) {
    JsonValue found =
        JsonPath.find(field.path(), document, field.delimiter()).orElse(JsonNull.NULL);
    if (found.isEmptyData()) {
      return Selection.none("dataField '%s' contains no data!".formatted(field.path()));
    }
    return Selection.of(found instanceof JsonArray(var items) ? items : List.of(found));
  }

  private Selection detect(JsonValue document) {
    return switch (document) {
      case JsonArray(var items) -> Selection.of(items);
      case JsonObject object -> detect(object);
      default ->
          throw new UserError(
              Problem.of(
                  "Unknown response from API.",
                  "The response of '%s' is a single value (%s); set 'dataField' to \".\" to keep it as a row."
                      .formatted(endpoint, document.typeName())));
    };
  }

  private Selection detect(JsonObject object) {
    List<String> names = new ArrayList<>();
    List<JsonValue> rows = List.of();
    for (int i = 0; i < object.size(); i++) {
      if (object.value(i) instanceof JsonArray(var items)) {
        names.add(object.shape().name(i));
        rows = items;
      }
    }
    return switch (names.size()) {
      case 0 -> Selection.none(noList(object));
      case 1 -> Selection.of(rows);
      default -> throw new UserError(severalLists(names));
    };
  }

  private String noList(JsonObject object) {
    String message = "No data array found in response! (endpoint: %s)".formatted(endpoint);
    List<String> places = ListPlaces.in(object);
    return places.isEmpty()
        ? message
        : message + " To take the rows from further down, write " + choices(places) + ".";
  }

  private Problem severalLists(List<String> names) {
    return Problem.of(
        ("More than one array found in response! Use 'dataField' parameter to specify a key to the"
                + " data array. (endpoint: %s, arrays in response root: %s)")
            .formatted(endpoint, String.join(", ", names)),
        "Write "
            + choices(names.stream().map(name -> ListPlaces.dataField(List.of(name))).toList())
            + ".");
  }

  private static String choices(List<String> dataFields) {
    return String.join(" or ", dataFields);
  }
}
