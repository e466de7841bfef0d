package dev.sluice.json;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The elements of a list that is too long for the memory. They are read from the document's text
/// each time they are iterated, one at a time.
///
/// To be iterated: a look at a position reads all elements before it. Unmodifiable; safe to share
/// between threads, its iterators are not.
public final class LongList extends AbstractList<JsonValue> {
  private final JsonSource text;
  private final Shape root;
  private final TextLimits limits;
  private final Extent extent;

  /// Where a list stands in the text.
  ///
  /// @param start of its bracket, in bytes
  /// @param end behind its closing bracket
  /// @param size the number of elements
  /// @param longest the length of the longest element in bytes
  record Extent(long start, long end, int size, long longest) {}

  LongList(JsonSource text, Shape root, TextLimits limits, Extent extent) {
    this.text = text;
    this.root = root;
    this.limits = limits;
    this.extent = extent;
  }

  /// {@return the value with all its long lists read into memory}
  ///
  /// @param value a part of a document
  /// @throws TextTooLong if they are longer than allowed
  public static JsonValue whole(JsonValue value) {
    if (!isIn(value)) {
      return value;
    }
    checkWhole(value);
    return read(value);
  }

  /// {@return whether a long list is a part of a value, or is the value}
  ///
  /// @param value a part of a document
  public static boolean isIn(JsonValue value) {
    return switch (value) {
      case JsonArray(LongList _) -> true;
      case JsonArray(var items) -> items.stream().anyMatch(LongList::isIn);
      case JsonObject object -> {
        for (int i = 0; i < object.size(); i++) {
          if (isIn(object.value(i))) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  /// Makes sure that a value may be in memory with all its long lists.
  ///
  /// @param value a part of a document
  /// @throws TextTooLong if they are longer than allowed
  public static void checkWhole(JsonValue value) {
    check(value, 0);
  }

  private static long check(JsonValue value, long bytesBefore) {
    long bytes = bytesBefore;
    switch (value) {
      case JsonArray(LongList list) -> {
        bytes += list.extent.end - list.extent.start;
        if (bytes > list.limits.wholeBytes()) {
          throw new TextTooLong(bytes, list.limits);
        }
      }
      case JsonArray(var items) -> {
        for (JsonValue item : items) {
          bytes = check(item, bytes);
        }
      }
      case JsonObject object -> {
        for (int i = 0; i < object.size(); i++) {
          bytes = check(object.value(i), bytes);
        }
      }
      default -> {}
    }
    return bytes;
  }

  private static JsonValue read(JsonValue value) {
    return switch (value) {
      case JsonArray(LongList list) -> new JsonArray(new ArrayList<>(list));
      case JsonArray(var items) -> new JsonArray(items.stream().map(LongList::read).toList());
      case JsonObject object -> {
        JsonValue[] values = new JsonValue[object.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = read(object.value(i));
        }
        yield new JsonObject(object.shape(), values);
      }
      default -> value;
    };
  }

  @Override
  public int size() {
    return extent.size;
  }

  /// {@return an element, which takes the longer the further down it is}
  @Override
  public JsonValue get(int index) {
    if (index < 0 || index >= extent.size) {
      throw new IndexOutOfBoundsException(index);
    }
    checkElements();
    try (var elements = new Elements()) {
      for (int i = 0; i < index; i++) {
        elements.skip();
      }
      return elements.next();
    }
  }

  /// {@return reads the elements; holds the text open until it has given the last one}
  ///
  /// @throws TextTooLong if one of them is longer than allowed
  @Override
  public Iterator<JsonValue> iterator() {
    checkElements();
    return new Elements();
  }

  /// Makes sure that each element may be in memory.
  ///
  /// @throws TextTooLong if one of them is longer than allowed
  public void checkElements() {
    if (extent.longest > limits.wholeBytes()) {
      throw new TextTooLong(extent.longest, limits);
    }
  }

  /// Walks through the text again. The first reading has found no fault in it.
  private final class Elements implements Iterator<JsonValue>, AutoCloseable {
    private @Nullable JsonParser parser;
    private int taken;

    @Override
    public boolean hasNext() {
      return taken < extent.size;
    }

    @Override
    public JsonValue next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        JsonParser open = opened();
        open.nextToken();
        JsonValue element = new Assembler(root).read(open);
        if (++taken == extent.size) {
          close();
        }
        return element;
      } catch (JacksonException e) {
        throw changed(e);
      }
    }

    void skip() {
      try {
        JsonParser open = opened();
        open.nextToken();
        open.skipChildren();
        taken++;
      } catch (JacksonException e) {
        throw changed(e);
      }
    }

    private JsonParser opened() {
      JsonParser open = parser;
      if (open == null) {
        open = JsonReader.parser(text.from(extent.start));
        parser = open;
        if (open.nextToken() != JsonToken.START_ARRAY) {
          throw changed(null);
        }
      }
      return open;
    }

    private IllegalStateException changed(@Nullable JacksonException cause) {
      return new IllegalStateException("The text of a document has changed.", cause);
    }

    @Override
    public void close() {
      if (parser != null) {
        parser.close();
      }
    }
  }
}
