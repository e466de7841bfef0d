package dev.sluice.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Builds one value from tokens, without recursion: depth is limited by the parser, not by the
/// stack.
final class Assembler {
  private final Shape root;
  private final ArrayList<Open> opened = new ArrayList<>();

  Assembler(Shape root) {
    this.root = root;
  }

  /// {@return the value that starts at the parser's current token; the parser stands on its last
  /// token afterwards}
  JsonValue read(JsonParser parser) throws JacksonException {
    JsonValue value = start(parser);
    while (value == null) {
      Open open = opened.getLast();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.PROPERTY_NAME) {
        open.name(parser.currentName());
        token = parser.nextToken();
      }
      JsonValue part;
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        part = opened.removeLast().close();
      } else {
        part = start(parser);
      }
      if (part != null) {
        if (opened.isEmpty()) {
          value = part;
        } else {
          opened.getLast().add(part);
        }
      }
    }
    return value;
  }

  private @Nullable JsonValue start(JsonParser parser) throws JacksonException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> open(true);
      case START_ARRAY -> open(false);
      case VALUE_STRING -> new JsonString(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new IllegalStateException("Unexpected token " + token);
    };
  }

  private @Nullable JsonValue open(boolean object) {
    opened.add(new Open(object, root));
    return null;
  }

  /// An object or list whose end has not been read yet.
  static final class Open {
    private final boolean object;
    private JsonValue[] values = new JsonValue[8];
    private int count;
    private Shape shape;
    private int position;
    private @Nullable Map<String, Integer> alone;

    Open(boolean object, Shape root) {
      this.object = object;
      this.shape = root;
    }

    void name(String name) {
      if (alone != null) {
        position = alone.computeIfAbsent(name, _ -> count);
        return;
      }
      Shape next = shape.plus(name);
      if (next == null) {
        alone = namesSoFar();
        position = count;
        alone.put(name, count);
      } else if (next == shape) {
        position = shape.position(name);
      } else {
        shape = next;
        position = count;
      }
    }

    void add(JsonValue value) {
      int place = object ? position : count;
      if (place == count) {
        if (count == values.length) {
          values = Arrays.copyOf(values, count * 2);
        }
        count++;
      }
      values[place] = value;
    }

    JsonValue close() {
      JsonValue[] exact = count == values.length ? values : Arrays.copyOf(values, count);
      if (!object) {
        return count == 0 ? JsonArray.EMPTY : new JsonArray(Arrays.asList(exact));
      }
      Map<String, Integer> own = alone;
      if (own == null) {
        return count == 0 ? JsonObject.EMPTY : new JsonObject(shape, exact);
      }
      String[] names = new String[count];
      own.forEach((name, place) -> names[place] = name);
      return new JsonObject(Shape.alone(List.of(names)), exact);
    }

    private Map<String, Integer> namesSoFar() {
      Map<String, Integer> places = HashMap.newHashMap(count * 2);
      for (int i = 0; i < count; i++) {
        places.put(shape.name(i), i);
      }
      return places;
    }
  }
}
