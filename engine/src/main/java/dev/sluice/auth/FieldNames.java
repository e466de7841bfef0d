package dev.sluice.auth;

import dev.sluice.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/// The names of an answer's fields for messages, which may tell names but never values.
final class FieldNames {
  private static final int MOST = 20;
  private static final int LONGEST = 40;

  private FieldNames() {}

  /// {@return the names, at most twenty, or `none`}
  ///
  /// @param answer an answer to a login
  static String of(JsonObject answer) {
    List<String> names = answer.shape().names();
    if (names.isEmpty()) {
      return "none";
    }
    String shown =
        names.stream().limit(MOST).map(FieldNames::shortened).collect(Collectors.joining(", "));
    return names.size() > MOST ? shown + ", …" : shown;
  }

  private static String shortened(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
