package dev.sluice.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An object: properties in the order of the document, each name once.
///
/// A name that the document repeats keeps its first position and takes the last value (spec: tables
/// §0).
public final class JsonObject implements JsonValue {
  /// The object without properties.
  public static final JsonObject EMPTY = new JsonObject(Shape.root(), new JsonValue[0]);

  private final Shape shape;
  private final JsonValue[] values;

  JsonObject(Shape shape, JsonValue[] values) {
    this.shape = shape;
    this.values = values;
  }

  /// {@return an object with the entries of a map, in its order}
  ///
  /// @param members names and values
  public static JsonObject of(Map<String, ? extends JsonValue> members) {
    return new JsonObject(
        Shape.alone(List.copyOf(members.keySet())), members.values().toArray(JsonValue[]::new));
  }

  /// {@return an object with one property}
  ///
  /// @param name the property's name
  /// @param value its value
  public static JsonObject of(String name, JsonValue value) {
    return new JsonObject(Shape.alone(List.of(name)), new JsonValue[] {value});
  }

  /// {@return an object made property by property}
  public static Builder builder() {
    return new Builder();
  }

  /// {@return the names of the properties}
  public Shape shape() {
    return shape;
  }

  /// {@return the number of properties}
  public int size() {
    return values.length;
  }

  /// {@return the value at a position of [#shape()]}
  ///
  /// @param position from 0 to less than [#size()]
  public JsonValue value(int position) {
    return values[position];
  }

  /// {@return the value of a property, if it is there; a `null` in the document is [JsonNull]}
  ///
  /// @param name compared case-sensitively
  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(valueOrNull(name));
  }

  /// {@return the value of a property, or null when there is none}
  ///
  /// @param name compared case-sensitively
  public @Nullable JsonValue valueOrNull(String name) {
    int position = shape.position(name);
    return position < 0 ? null : values[position];
  }

  /// {@return the object that is a member; an empty one when there is none or it is of another
  /// kind}
  ///
  /// @param name of the member
  public JsonObject object(String name) {
    return valueOrNull(name) instanceof JsonObject object ? object : EMPTY;
  }

  /// {@return whether there is a property of that name}
  ///
  /// @param name compared case-sensitively
  public boolean has(String name) {
    return shape.position(name) >= 0;
  }

  /// {@return the properties in order, as a map of the caller's own}
  public Map<String, JsonValue> members() {
    Map<String, JsonValue> members = LinkedHashMap.newLinkedHashMap(values.length);
    forEach(members::put);
    return members;
  }

  /// Calls the action for each property, in order.
  ///
  /// @param action gets the name and the value
  public void forEach(BiConsumer<String, JsonValue> action) {
    for (int i = 0; i < values.length; i++) {
      action.accept(shape.name(i), values[i]);
    }
  }

  /// {@return this object with a property replaced in its place, or added at the end}
  ///
  /// @param name the property's name
  /// @param value its new value
  public JsonObject with(String name, JsonValue value) {
    int position = shape.position(name);
    if (position >= 0) {
      JsonValue[] changed = values.clone();
      changed[position] = value;
      return new JsonObject(shape, changed);
    }
    Map<String, JsonValue> members = members();
    members.put(name, value);
    return of(members);
  }

  /// {@return this object without a property}
  ///
  /// @param name the property to leave out; may be absent
  public JsonObject without(String name) {
    Map<String, JsonValue> members = members();
    members.remove(name);
    return of(members);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof JsonObject object) || object.values.length != values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (!shape.name(i).equals(object.shape.name(i)) || !values[i].equals(object.values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /// {@return the object as JSON}
  @Override
  public String toString() {
    return JsonWriter.compact(this);
  }

  /// Collects properties for an object. Not thread-safe.
  public static final class Builder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /// Sets a property; a repeated name keeps its place.
    ///
    /// @param name the property's name
    /// @param value its value
    /// @return this builder
    public Builder put(String name, JsonValue value) {
      members.put(name, value);
      return this;
    }

    /// Sets a property to a text.
    ///
    /// @param name the property's name
    /// @param value its text
    /// @return this builder
    public Builder put(String name, String value) {
      return put(name, new JsonString(value));
    }

    /// {@return the object collected so far}
    public JsonObject build() {
      return JsonObject.of(members);
    }
  }
}
