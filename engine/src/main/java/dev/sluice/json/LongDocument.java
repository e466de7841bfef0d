package dev.sluice.json;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads a document of any length once, to its end: what is short is kept, of a long list only
/// where it stands. So faults are found here, wherever they are, and later readings find none.
///
/// A list inside a long list does not become one itself. Used once, by one thread.
final class LongDocument {
  private final JsonParser parser;
  private final JsonSource text;
  private final Shape root;
  private final TextLimits limits;
  private final ArrayList<Open> opened = new ArrayList<>();

  /// The bytes of all long lists so far.
  private long dropped;

  /// Prepares to read.
  ///
  /// @param parser stands before the first token
  /// @param text gives the same text again
  /// @param root of the objects' shapes
  /// @param limits what may be kept
  LongDocument(JsonParser parser, JsonSource text, Shape root, TextLimits limits) {
    this.parser = parser;
    this.text = text;
    this.root = root;
    this.limits = limits;
  }

  /// {@return the value that starts at the current token; the parser stands on its last token
  /// afterwards}
  ///
  /// @throws TextTooLong if more has to be kept than allowed
  JsonValue read() throws JacksonException {
    JsonValue value = start();
    while (value == null) {
      Open open = opened.getLast();
      JsonToken token = parser.nextToken();
      long at = parser.currentTokenLocation().getByteOffset();
      check(open, at);
      if (token == JsonToken.PROPERTY_NAME) {
        open.value.name(parser.currentName());
        token = parser.nextToken();
      }
      JsonValue part;
      if (open.isLong(at)) {
        part = longList(opened.removeLast(), at);
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        part = opened.removeLast().value.close();
      } else {
        part = start();
      }
      if (part != null) {
        if (opened.isEmpty()) {
          value = part;
        } else {
          Open outer = opened.getLast();
          outer.value.add(part);
          outer.size++;
        }
      }
    }
    return value;
  }

  private @Nullable JsonValue start() throws JacksonException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      opened.add(
          new Open(
              token == JsonToken.START_OBJECT,
              parser.currentTokenLocation().getByteOffset(),
              dropped));
      return null;
    }
    return new Assembler(root).read(parser);
  }

  /// Takes note of the length of the element that has ended, and makes sure that what is kept is
  /// not too much.
  private void check(Open open, long at) {
    open.nextPart(at);
    Open outermost = opened.getFirst();
    long kept = outermost.kept(at);
    if (kept > limits.wholeBytes()) {
      throw new TextTooLong(kept, limits);
    }
  }

  /// Passes over the rest of a list.
  ///
  /// @param list its elements so far
  /// @param from where the next element or the end of the list starts; the parser stands on it
  private JsonValue longList(Open list, long from) throws JacksonException {
    long longest = list.longest;
    long before = from;
    int size = list.size;
    JsonToken token = parser.currentToken();
    while (token != JsonToken.END_ARRAY) {
      if (size == Integer.MAX_VALUE) {
        throw new TextTooLong(before - list.start, limits);
      }
      size++;
      parser.skipChildren();
      token = parser.nextToken();
      long at = parser.currentTokenLocation().getByteOffset();
      longest = Math.max(longest, at - before);
      before = at;
    }
    long end = before + 1;
    dropped = list.droppedBefore + end - list.start;
    return new JsonArray(
        new LongList(text, root, limits, new LongList.Extent(list.start, end, size, longest)));
  }

  /// An object or list whose end has not been read yet.
  private final class Open {
    private final boolean object;
    private final long start;
    private final long droppedBefore;
    private final Assembler.Open value;
    private int size;
    private long partStart;
    private long longest;

    Open(boolean object, long start, long droppedBefore) {
      this.object = object;
      this.start = start;
      this.droppedBefore = droppedBefore;
      this.partStart = start;
      this.value = new Assembler.Open(object, root);
    }

    void nextPart(long at) {
      longest = Math.max(longest, at - partStart);
      partStart = at;
    }

    /// {@return the bytes that are kept of it up to a place}
    long kept(long at) {
      return at - start - (dropped - droppedBefore);
    }

    /// {@return whether it is a list that is too long to be kept}
    boolean isLong(long at) {
      return !object && size > 0 && kept(at) > limits.listBytes();
    }
  }
}
