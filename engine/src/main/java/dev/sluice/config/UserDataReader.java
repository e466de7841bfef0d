package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;

/// Reads `userData`: extra columns of a configuration or a job (spec: jobs-and-paging §2.6).
public final class UserDataReader {
  private UserDataReader() {}

  /// {@return the columns of the root jobs; a single value is called `userData`}
  ///
  /// @param node `parameters.config.userData`
  public static Section ofConfiguration(ConfigNode node) {
    return read(node, "userData");
  }

  /// {@return the columns of a job; a single value is called `job_parent_id`}
  ///
  /// @param node the job's `userData`
  static Section ofJob(ConfigNode node) {
    return read(node, "job_parent_id");
  }

  private static Section read(ConfigNode node, String nameOfSingle) {
    if (node.isEmpty()) {
      return Section.EMPTY;
    }
    if (node.value() instanceof JsonArray) {
      node.error(
          "The 'userData' must be an object or a single value, given a list.",
          "Give each value a name: it becomes a column.");
    }
    JsonObject columns =
        node.isMapOrList() ? node.object() : JsonObject.of(nameOfSingle, node.value());
    return SectionReader.of(node, columns, Place.USER_DATA);
  }
}
