package dev.sluice.testkit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON into the collections of Java, for comparing documents as values: the order of
/// properties and the way a number is written do not count.
///
/// Objects become [Map], lists [List], numbers [BigDecimal] without trailing zeros; texts, booleans
/// and null are themselves. This is a reader of its own on purpose: what the engine reads must not
/// be judged by the engine's reader.
public final class Json {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private Json() {}

  /// {@return the document's value}
  ///
  /// @param text UTF-8
  /// @throws tools.jackson.core.JacksonException if it is not one JSON document
  public static @Nullable Object read(byte[] text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Object value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one document");
      }
      return value;
    }
  }

  /// {@return the document's value}
  ///
  /// @param text the document
  /// @throws tools.jackson.core.JacksonException if it is not one JSON document
  public static @Nullable Object read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return the value found by going down from property to property}
  ///
  /// @param document what [#read(String)] gave
  /// @param path names of properties, or indices of lists as digits
  /// @throws IllegalArgumentException if there is none, or null
  public static Object at(@Nullable Object document, String... path) {
    Object value = document;
    for (String step : path) {
      value =
          switch (value) {
            case Map<?, ?> object -> object.get(step);
            case List<?> list -> list.get(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    if (value == null) {
      throw new IllegalArgumentException("nothing at " + String.join(".", path));
    }
    return value;
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new BigDecimal(parser.getString()).stripTrailingZeros();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw new IllegalArgumentException("no document");
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      object.put(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      list.add(value(parser, next));
    }
    return list;
  }
}
