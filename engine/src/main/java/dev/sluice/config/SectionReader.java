package dev.sluice.config;

import dev.sluice.function.FunctionJson;
import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;

/// Reads sections whose values are computed, and says what can't be right whatever the values are
/// (spec: functions §2).
final class SectionReader {
  private SectionReader() {}

  /// {@return a section whose values may be anything}
  ///
  /// @param node an object; absent or empty means no values
  /// @param place where it stands
  static Section params(ConfigNode node, Place place) {
    checkType(node);
    return faultsReported(node, place);
  }

  /// {@return a section of header lines}
  ///
  /// @param node an object; absent or empty means no header
  /// @param place where it stands
  static Section headers(ConfigNode node, Place place) {
    checkType(node);
    node.entries()
        .forEach((name, value) -> {
          if (staysObject(value.value(), place)) {
            value.error(
                "Invalid configuration: invalid type \"object\" in headers at path: " + name);
          }
        });
    return faultsReported(node, place);
  }

  /// {@return a section of query parameters}
  ///
  /// @param node an object; absent or empty means no parameter
  /// @param place where it stands
  static Section query(ConfigNode node, Place place) {
    checkType(node);
    node.entries()
        .forEach((name, value) -> {
          if (staysObject(value.value(), place)) {
            value.error(
                "The parameter '" + name + "' can't be an object",
                "Write a text, a reference or a function.");
          }
        });
    return faultsReported(node, place);
  }

  private static void checkType(ConfigNode node) {
    if (!node.isEmpty() && !node.isMapOrList()) {
      node.error(Section.typeFault(node.value()));
    }
  }

  private static boolean staysObject(JsonValue value, Place place) {
    return value instanceof JsonObject object
        && object.size() > 0
        && !FunctionJson.isCall(object)
        && !(object.size() == 1 && place.contexts().contains(object.shape().name(0)));
  }

  private static Section faultsReported(ConfigNode node, Place place) {
    return of(node, node.object(), place);
  }

  /// {@return the section of an object that was made of a value}
  ///
  /// @param node where the value stands
  /// @param source the object
  /// @param place which contexts it has
  static Section of(ConfigNode node, JsonObject source, Place place) {
    var section = Section.of(source, place);
    for (Problem problem : section.problems(node.path())) {
      node.problems()
          .error(problem.path().orElse(node.path()), problem.message(), problem.remedy());
    }
    for (ConfigPath item : section.unsearchedFunctions(node.path())) {
      node.problems()
          .warning(
              item,
              "A function or reference in a list is sent as it stands",
              "Put the list into an object: functions are evaluated there.");
    }
    return section;
  }
}
