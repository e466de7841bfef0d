package dev.sluice.json;

/// Writes values as JSON for people: what fits on a line stands on one, everything else is indented
/// by two spaces.
public final class PrettyJson {
  private static final int WIDTH = 100;

  private PrettyJson() {}

  /// {@return the value, ending with a line break}
  ///
  /// @param value what to write; numbers are written as they were read
  public static String of(JsonValue value) {
    var out = new StringBuilder();
    write(value, 0, out);
    return out.append('\n').toString();
  }

  private static void write(JsonValue value, int indent, StringBuilder out) {
    String line = onOneLine(value);
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    switch (value) {
      case JsonArray array when column + line.length() > WIDTH -> array(array, indent + 1, out);
      case JsonObject object when column + line.length() > WIDTH -> object(object, indent + 1, out);
      default -> out.append(line);
    }
  }

  private static void array(JsonArray array, int indent, StringBuilder out) {
    String before = "[";
    for (JsonValue item : array.items()) {
      newLine(before, indent, out);
      write(item, indent, out);
      before = ",";
    }
    newLine("", indent - 1, out);
    out.append(']');
  }

  private static void object(JsonObject object, int indent, StringBuilder out) {
    for (int i = 0; i < object.size(); i++) {
      newLine(i == 0 ? "{" : ",", indent, out);
      JsonWriter.quote(object.shape().name(i), out);
      out.append(": ");
      write(object.value(i), indent, out);
    }
    newLine("", indent - 1, out);
    out.append('}');
  }

  private static void newLine(String before, int indent, StringBuilder out) {
    out.append(before).append('\n').repeat("  ", indent);
  }

  private static String onOneLine(JsonValue value) {
    var out = new StringBuilder();
    switch (value) {
      case JsonArray array -> {
        String before = "[";
        for (JsonValue item : array.items()) {
          out.append(before).append(onOneLine(item));
          before = ", ";
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
      }
      case JsonObject object -> {
        for (int i = 0; i < object.size(); i++) {
          out.append(i == 0 ? "{" : ", ");
          JsonWriter.quote(object.shape().name(i), out);
          out.append(": ").append(onOneLine(object.value(i)));
        }
        out.append(object.size() == 0 ? "{}" : "}");
      }
      default -> out.append(JsonWriter.compact(value));
    }
    return out.toString();
  }
}
