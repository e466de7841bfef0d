package dev.sluice.auth;

import dev.sluice.http.HeaderLines;
import dev.sluice.http.Headers;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.LinkedHashSet;
import java.util.Set;

/// Header lines of authentication: they replace those of the same name in any case and go to
/// trusted origins only (spec: authentication §2.4, §2.5).
final class HeaderMerge {
  private HeaderMerge() {}

  /// {@return the lines of a section, marked as credentials}
  ///
  /// @param section names and values: scalars, `null`, or lists of these that are not empty
  /// @param path where the section stands, for errors
  /// @throws UserError if a value can't be sent
  static Headers lines(JsonObject section, ConfigPath path) {
    section.forEach((name, value) -> {
      if (!value.isScalarOrNull() && value.isEmpty()) {
        throw new UserError(
            Problem.at(
                path.key(name), "Cannot send a header without a value: the list is empty", ""));
      }
    });
    try {
      return HeaderLines.of(section).markedAsCredentials(section.shape().names());
    } catch (UserError e) {
      throw Placed.at(path, e);
    }
  }

  /// {@return headers with all lines of the given names replaced by the given lines}
  ///
  /// @param headers the request's headers
  /// @param lines what authentication adds
  static Headers set(Headers headers, Headers lines) {
    Set<String> names = new LinkedHashSet<>();
    lines.lines().forEach(line -> names.add(line.name()));
    Headers merged = headers;
    for (String name : names) {
      merged = merged.without(name);
    }
    for (Headers.Line line : lines.lines()) {
      merged = merged.plus(line);
    }
    return merged;
  }
}
