package dev.sluice.studio.document;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.studio.document.JsonText.Member;
import dev.sluice.studio.document.JsonText.Part;
import java.util.List;
import java.util.Optional;

/// Changes the value of a JSON text where it differs, and leaves every other character as it is
/// (spec: studio §4.6).
public final class TextEdit {
  private static final String USUAL_INDENT = "  ";
  private static final int WIDTH = 100;

  private final JsonText source;
  private final String indent;
  private final String lineBreak;

  /// What stands between the braces of an object on one line and its content.
  private final String padding;

  private TextEdit(JsonText source) {
    this.source = source;
    this.indent = indent(source);
    this.lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
    this.padding = source.text().contains("{ \"") ? " " : "";
  }

  /// {@return a text that means another value, as like to the present one as can be}
  ///
  /// @param text a JSON document
  /// @param value what it is to mean
  /// @throws JsonSyntaxError if the text is no JSON document
  public static String changed(String text, JsonValue value) throws JsonSyntaxError {
    JsonText source = JsonText.of(text);
    if (source.value().equals(value)) {
      return text;
    }
    Part root = source.root();
    return text.substring(0, root.start())
        + new TextEdit(source).written(root, source.value(), value, 0)
        + text.substring(root.end());
  }

  private String written(Part part, JsonValue before, JsonValue after, int level) {
    if (before.equals(after)) {
      return source.slice(part);
    }
    return switch (before) {
      case JsonObject old when after instanceof JsonObject now -> object(part, old, now, level);
      case JsonArray old when after instanceof JsonArray now -> list(part, old, now, level);
      default -> fresh(after, level, isOnOneLine(part));
    };
  }

  private String object(Part part, JsonObject old, JsonObject now, int level) {
    var out = new Rebuilt(part, level);
    for (String name : now.shape().names()) {
      JsonValue value = now.find(name).orElseThrow();
      var present = part.member(name);
      if (present.isPresent()) {
        Member member = present.get();
        out.keep(
            member,
            beforeValue(member)
                + written(member.value(), old.find(name).orElseThrow(), value, level + 1));
        continue;
      }
      Optional<Member> renamed = renamed(part, old, now, name);
      if (renamed.isPresent()) {
        String before = beforeValue(renamed.get());
        String separator = before.substring(before.lastIndexOf('"') + 1);
        out.keep(renamed.get(), quoted(name) + separator + source.slice(renamed.get().value()));
      } else {
        out.add(quoted(name) + ": " + fresh(value, level + 1, out.isOnOneLine));
      }
    }
    return out.text('{', '}');
  }

  /// {@return the member that is gone and whose value a new one has, if there is exactly one}
  private static Optional<Member> renamed(Part part, JsonObject old, JsonObject now, String name) {
    JsonValue value = now.find(name).orElseThrow();
    List<String> gone =
        old.shape().names().stream()
            .filter(former -> !now.has(former) && old.find(former).orElseThrow().equals(value))
            .toList();
    long alike =
        now.shape().names().stream()
            .filter(fresh -> !old.has(fresh) && now.find(fresh).orElseThrow().equals(value))
            .count();
    return gone.size() == 1 && alike == 1 ? part.member(gone.getFirst()) : Optional.empty();
  }

  private String beforeValue(Member member) {
    return source.text().substring(member.start(), member.value().start());
  }

  /// Elements in front and at the end that stay are kept; what is between them is compared one by
  /// one.
  private String list(Part part, JsonArray old, JsonArray now, int level) {
    List<JsonValue> before = old.items();
    List<JsonValue> after = now.items();
    int shorter = Math.min(before.size(), after.size());
    int front = 0;
    while (front < shorter && before.get(front).equals(after.get(front))) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && before.get(before.size() - 1 - back).equals(after.get(after.size() - 1 - back))) {
      back++;
    }
    var out = new Rebuilt(part, level);
    for (int i = 0; i < after.size(); i++) {
      boolean isBehind = i >= after.size() - back;
      int place = isBehind ? i - after.size() + before.size() : i;
      if (isBehind || place < before.size() - back) {
        Member member = part.members().get(place);
        out.keep(member, written(member.value(), before.get(place), after.get(i), level + 1));
      } else {
        int same = before.indexOf(after.get(i));
        out.add(
            same >= 0
                ? source.slice(part.members().get(same).value())
                : fresh(after.get(i), level + 1, out.isOnOneLine));
      }
    }
    return out.text('[', ']');
  }

  private String fresh(JsonValue value, int level, boolean isOnOneLine) {
    String line = oneLine(value);
    if (value.isScalarOrNull()
        || isOnOneLine
        || line.equals("{}")
        || line.equals("[]")
        || (isFlat(value) && line.length() + level * indent.length() <= WIDTH)) {
      return line;
    }
    var out = new StringBuilder();
    String before = value instanceof JsonObject ? "{" : "[";
    if (value instanceof JsonObject object) {
      for (int i = 0; i < object.size(); i++) {
        out.append(before).append(newLine(level + 1)).append(quoted(object.shape().name(i)));
        out.append(": ").append(fresh(object.value(i), level + 1, false));
        before = ",";
      }
    } else if (value instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        out.append(before).append(newLine(level + 1)).append(fresh(item, level + 1, false));
        before = ",";
      }
    }
    return out.append(newLine(level)).append(value instanceof JsonObject ? '}' : ']').toString();
  }

  private String newLine(int level) {
    return lineBreak + indent.repeat(level);
  }

  /// Functions and references read best on a line.
  private static boolean isFlat(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          object.has("function") || (object.size() == 1 && isLeaf(object.value(0)));
      case JsonArray(var items) -> items.stream().allMatch(JsonValue::isScalarOrNull);
      default -> true;
    };
  }

  private static boolean isLeaf(JsonValue value) {
    return value instanceof JsonString;
  }

  private boolean isOnOneLine(Part part) {
    return source.slice(part).indexOf('\n') < 0 && !part.members().isEmpty();
  }

  private String oneLine(JsonValue value) {
    return switch (value) {
      case JsonObject object when object.size() > 0 -> {
        var out = new StringBuilder("{").append(padding);
        for (int i = 0; i < object.size(); i++) {
          out.append(i > 0 ? ", " : "").append(quoted(object.shape().name(i))).append(": ");
          out.append(oneLine(object.value(i)));
        }
        yield out.append(padding).append('}').toString();
      }
      case JsonArray(var items) when !items.isEmpty() -> {
        var out = new StringBuilder();
        items.forEach(item -> out.append(out.isEmpty() ? "[" : ", ").append(oneLine(item)));
        yield out.append(']').toString();
      }
      default -> JsonWriter.compact(value);
    };
  }

  private static String quoted(String name) {
    return JsonWriter.compact(new JsonString(name));
  }

  /// {@return the white space in front of the first property on a line of its own}
  private static String indent(JsonText source) {
    List<Member> members = source.root().members();
    if (members.isEmpty()) {
      return USUAL_INDENT;
    }
    int start = members.getFirst().start();
    int line = source.text().lastIndexOf('\n', start) + 1;
    String before = source.text().substring(line, start);
    boolean isOwnLine = line > 0 && !before.isEmpty() && before.isBlank();
    return isOwnLine ? before : USUAL_INDENT;
  }

  /// An object or list that is put together again out of members that stay and new ones.
  private final class Rebuilt {
    private final Part part;
    private final int level;
    private final boolean isOnOneLine;
    private final StringBuilder out = new StringBuilder();

    Rebuilt(Part part, int level) {
      this.part = part;
      this.level = level;
      boolean isEmpty = part.members().isEmpty();
      this.isOnOneLine =
          isEmpty
              ? source.slice(source.root()).indexOf('\n') < 0
              : source
                      .text()
                      .substring(part.start(), part.members().getLast().start())
                      .indexOf('\n')
                  < 0;
    }

    void keep(Member member, String written) {
      if (!out.isEmpty()) {
        out.append(',');
      }
      out.append(spaceBefore(member)).append(written);
    }

    void add(String written) {
      if (!out.isEmpty()) {
        out.append(',');
      }
      out.append(isOnOneLine ? (out.isEmpty() ? "" : " ") : ownIndent()).append(written);
    }

    String text(char open, char close) {
      String end;
      if (out.isEmpty()) {
        end = "";
      } else if (part.members().isEmpty()) {
        end = isOnOneLine ? "" : newLine(level);
      } else {
        end = source.text().substring(part.members().getLast().value().end(), part.end() - 1);
      }
      return open + out.toString() + end + close;
    }

    private String spaceBefore(Member member) {
      int place = part.members().indexOf(member);
      int from = place == 0 ? part.start() + 1 : part.members().get(place - 1).value().end();
      String between = source.text().substring(from, member.start());
      boolean isFirst = out.isEmpty();
      boolean wasFirst = place == 0;
      if (isFirst == wasFirst) {
        int comma = between.indexOf(',');
        return between.substring(0, Math.max(0, comma)) + between.substring(comma + 1);
      }
      return isOnOneLine ? (isFirst ? "" : " ") : ownIndent();
    }

    /// The members of this object may be indented in their own way.
    private String ownIndent() {
      for (Member member : part.members()) {
        int line = source.text().lastIndexOf('\n', member.start());
        String before = source.text().substring(line + 1, member.start());
        if (line >= part.start() && before.isBlank()) {
          return lineBreak + before;
        }
      }
      return newLine(level + 1);
    }
  }
}
