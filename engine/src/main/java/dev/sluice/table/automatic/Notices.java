package dev.sluice.table.automatic;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Tells what is odd about values: once per path, and at the end how often it was. The original's
/// own lines, which it repeats for each value, are repeated at debug level (spec: tables §8).
final class Notices {
  private final Events events;
  private final Map<Key, Count> counts = new LinkedHashMap<>();

  /// What a notice is about.
  private enum Subject {
    NESTED_ARRAY(true),
    UNEXPECTED_ARRAY(true),
    UNEXPECTED_OBJECT(true),
    LOST_BY_NULL(false),
    LOST(false),
    TOO_LARGE(false),
    OVERWRITTEN(false),
    NAMELESS(false);

    private final boolean isOriginal;

    Subject(boolean isOriginal) {
      this.isOriginal = isOriginal;
    }
  }

  private record Key(Subject subject, String path) {}

  private static final class Count {
    private final Level level;
    private final String message;
    private long times;

    Count(Level level, String message) {
      this.level = level;
      this.message = message;
    }
  }

  /// Prepares to tell.
  ///
  /// @param events gets the log lines
  Notices(Events events) {
    this.events = events;
  }

  /// A list in a list is stored as JSON text.
  ///
  /// @param node the outer list's element
  /// @param item the inner list
  void nestedArray(Node node, JsonValue item) {
    tell(
        Level.WARNING,
        new Key(Subject.NESTED_ARRAY, node.path()),
        path -> "Converting nested array '" + path + "' to JSON string.",
        () -> JsonObject.of("item", item));
  }

  /// A list or an object stands where a scalar was expected; it is stored as JSON text.
  ///
  /// @param node the place
  /// @param value what stands there
  void unexpectedKind(Node node, JsonValue value) {
    boolean isObject = value instanceof JsonObject;
    Kind met = isObject ? Kind.OBJECT : Kind.ARRAY;
    Kind expected = node.kind == null ? Kind.NULL : node.kind;
    tell(
        Level.ERROR,
        new Key(isObject ? Subject.UNEXPECTED_OBJECT : Subject.UNEXPECTED_ARRAY, node.path()),
        _ ->
            "Data parse error in '%s' - unexpected '%s' where '%s' was expected!"
                .formatted(node.key == null ? Naming.DATA : node.key, met.word(), expected.word()),
        () -> JsonObject.of("data", value));
  }

  /// The elements of a list are not written (spec: tables §2.5).
  ///
  /// @param list the list's node
  void lostByNull(Node list) {
    tell(
        Level.WARNING,
        new Key(Subject.LOST_BY_NULL, list.path()),
        path ->
            "Values of '"
                + path
                + "' are not written, because the last list value was null."
                + " With \"lossless\": true in 'config' they are.",
        () -> JsonObject.EMPTY);
  }

  /// A value has no column to go to, because objects and lists of objects at one place differ
  /// (spec: tables §2.4).
  ///
  /// @param node the closest place that is known; one notice stands for all properties in it
  /// @param name the property's name
  void lost(Node node, String name) {
    tell(
        Level.WARNING,
        new Key(Subject.LOST, node.path()),
        path ->
            "Values of '"
                + path
                + "."
                + name
                + "' are not written, because other values at this place are of another kind.",
        () -> JsonObject.EMPTY);
  }

  /// A number does not fit into 64 bits, or not into a double.
  ///
  /// @param node the place
  /// @param literal the number
  /// @param text what is written
  void tooLarge(Node node, String literal, String text) {
    tell(
        Level.WARNING,
        new Key(Subject.TOO_LARGE, node.path()),
        path ->
            "Numbers of '"
                + path
                + "' are too large to be written exactly. With \"lossless\": true in 'config' they"
                + " keep all digits.",
        () -> JsonObject.builder().put("number", literal).put("written", text).build());
  }

  /// An extra column has the name of a property, and comes too late to be renamed.
  ///
  /// @param node the property
  void overwritten(Node node) {
    tell(
        Level.WARNING,
        new Key(Subject.OVERWRITTEN, node.path()),
        path ->
            "Values of '"
                + path
                + "' are overwritten by an extra column of that name, which earlier pages did not"
                + " have.",
        () -> JsonObject.EMPTY);
  }

  /// Nothing is left of a column's name.
  ///
  /// @param node the column
  void nameless(Node node) {
    tell(
        Level.WARNING,
        new Key(Subject.NAMELESS, node.path()),
        path ->
            "The column of '"
                + path
                + "' has the name '"
                + node.name
                + "', because there is no letter, digit or '-' in its own. With \"lossless\": true"
                + " in 'config' it gets a better one.",
        () -> JsonObject.EMPTY);
  }

  /// Tells how often what was told happened.
  void summarise() {
    counts.forEach((_, count) -> {
      if (count.times > 1) {
        events.log(count.level, count.message + " (" + count.times + " times)");
      }
    });
  }

  private void tell(
      Level level, Key key, UnaryOperator<String> message, Supplier<JsonObject> context) {
    Count count = counts.get(key);
    if (count == null) {
      count = new Count(level, message.apply(key.path()));
      counts.put(key, count);
      events.on(new RunEvent.Log(level, count.message, context.get()));
    } else if (key.subject().isOriginal) {
      events.debug(count.message);
    }
    count.times++;
  }
}
