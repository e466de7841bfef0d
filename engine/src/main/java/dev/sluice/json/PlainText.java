package dev.sluice.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads JSON text of the usual kind straight from its bytes, in half the time of a parser that
/// makes tokens, and without waiting for one to be loaded.
///
/// It gives up on whatever is wrong or unusual, without saying why: the text is then for a parser
/// that knows all rules and explains faults. Used once, by one thread.
final class PlainText {
  private static final int MOST_DIGITS = 1_000;
  private static final int LONGEST_NAME = 10_000;
  private static final char REPLACEMENT = '\uFFFD';
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[] text;
  private final Shape root;
  private int at;

  /// The parts of the objects and lists whose end has not been read, each one's behind those of the
  /// one around it.
  private JsonValue[] parts = new JsonValue[64];

  private int count;

  /// Prepares to read.
  ///
  /// @param text one document, perhaps
  /// @param root of the objects' shapes
  PlainText(byte[] text, Shape root) {
    this.text = text;
    this.root = root;
  }

  /// {@return the document, or null if this text is for another parser}
  @Nullable JsonValue document() {
    JsonValue value = value(1);
    peek();
    return at == text.length ? value : null;
  }

  /// Passes over white space.
  ///
  /// @return the byte that follows; 0 at the end
  private byte peek() {
    while (at < text.length) {
      byte next = text[at];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      at++;
    }
    return 0;
  }

  private @Nullable JsonValue value(int depth) {
    if (depth > JsonReader.MAX_DEPTH) {
      return null;
    }
    return switch (peek()) {
      case '"' -> text();
      case '{' -> object(depth);
      case '[' -> list(depth);
      case 't' -> word(TRUE, JsonBoolean.TRUE);
      case 'f' -> word(FALSE, JsonBoolean.FALSE);
      case 'n' -> word(NULL, JsonNull.NULL);
      default -> number();
    };
  }

  private @Nullable JsonValue text() {
    String string = string();
    return string == null ? null : new JsonString(string);
  }

  private @Nullable JsonValue object(int depth) {
    at++;
    int base = count;
    Shape shape = root;
    byte next = peek();
    if (next == '}') {
      at++;
      return JsonObject.EMPTY;
    }
    while (next == '"') {
      int place = base + shape.size();
      Shape longer = shape.usual(text, at);
      if (longer != null) {
        at += longer.quotedLength();
      } else {
        String name = string();
        longer = name == null || name.length() > LONGEST_NAME ? null : shape.plus(name);
        if (longer == shape) {
          place = base + shape.position(String.valueOf(name));
        }
      }
      JsonValue value = longer != null && peek() == ':' ? valueBehindColon(depth) : null;
      if (longer == null || value == null) {
        return null;
      }
      put(place, value);
      shape = longer;
      next = peek();
      at++;
      if (next == '}') {
        return new JsonObject(shape, partsFrom(base));
      }
      next = next == ',' ? peek() : 0;
    }
    return null;
  }

  private @Nullable JsonValue valueBehindColon(int depth) {
    at++;
    return value(depth + 1);
  }

  private @Nullable JsonValue list(int depth) {
    at++;
    int base = count;
    if (peek() == ']') {
      at++;
      return JsonArray.EMPTY;
    }
    while (true) {
      JsonValue value = value(depth + 1);
      if (value == null) {
        return null;
      }
      put(count, value);
      byte next = peek();
      at++;
      if (next == ']') {
        return new JsonArray(Arrays.asList(partsFrom(base)));
      }
      if (next != ',') {
        return null;
      }
    }
  }

  private void put(int place, JsonValue value) {
    if (place == count) {
      if (count == parts.length) {
        parts = Arrays.copyOf(parts, count * 2);
      }
      count++;
    }
    parts[place] = value;
  }

  private JsonValue[] partsFrom(int base) {
    JsonValue[] own = Arrays.copyOfRange(parts, base, count);
    count = base;
    return own;
  }

  private @Nullable JsonValue word(byte[] word, JsonValue value) {
    int end = at + word.length;
    if (end > text.length || !Arrays.equals(text, at, end, word, 0, word.length)) {
      return null;
    }
    at = end;
    return value;
  }

  private @Nullable JsonValue number() {
    int start = at;
    if (at < text.length && text[at] == '-') {
      at++;
    }
    int whole = at;
    boolean sound = digits() && (text[whole] != '0' || at == whole + 1);
    if (at < text.length && text[at] == '.') {
      at++;
      sound &= digits();
    }
    if (at < text.length && (text[at] | 0x20) == 'e') {
      at++;
      if (at < text.length && (text[at] == '+' || text[at] == '-')) {
        at++;
      }
      sound &= digits();
    }
    return sound && at - start <= MOST_DIGITS
        ? new JsonNumber(new String(text, start, at - start, StandardCharsets.ISO_8859_1))
        : null;
  }

  /// {@return whether there was one at least}
  private boolean digits() {
    int start = at;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at > start;
  }

  /// {@return the string whose first quote stands here}
  private @Nullable String string() {
    int start = at + 1;
    for (int i = start; i < text.length; i++) {
      byte b = text[i];
      if (b == '"') {
        at = i + 1;
        return new String(text, start, i - start, StandardCharsets.ISO_8859_1);
      }
      if (b < ' ' || b == '\\') {
        return longWay(start, i);
      }
    }
    return null;
  }

  /// {@return the string with its escapes undone}
  ///
  /// @param start behind its first quote
  /// @param from where its first escape may stand
  private @Nullable String longWay(int start, int from) {
    StringBuilder whole = null;
    int plain = start;
    for (int i = from; i < text.length; i++) {
      byte b = text[i];
      if (b == '"') {
        String rest = decoded(plain, i);
        at = i + 1;
        return rest == null || whole == null ? rest : whole.append(rest).toString();
      }
      if (b == '\\') {
        String before = decoded(plain, i);
        int length = escapeLength(i);
        if (before == null || length == 0) {
          return null;
        }
        whole = whole == null ? new StringBuilder(before) : whole.append(before);
        whole.append(escaped(i));
        i += length - 1;
        plain = i + 1;
      } else if (b >= 0 && b < ' ') {
        return null;
      }
    }
    return null;
  }

  /// {@return a part of the text, unless it is not UTF-8}
  private @Nullable String decoded(int from, int end) {
    var decoded = new String(text, from, end - from, StandardCharsets.UTF_8);
    return decoded.indexOf(REPLACEMENT) < 0 ? decoded : null;
  }

  /// {@return the length of the escape at a place; 0 if there is none}
  private int escapeLength(int place) {
    if (place + 1 >= text.length) {
      return 0;
    }
    return switch (text[place + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> isHex(place + 2) ? 6 : 0;
      default -> 0;
    };
  }

  private boolean isHex(int place) {
    if (place + 4 > text.length) {
      return false;
    }
    for (int i = place; i < place + 4; i++) {
      if (text[i] < 0 || Character.digit(text[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// {@return what the escape at a place stands for}
  private char escaped(int place) {
    byte letter = text[place + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = place + 2; i < place + 6; i++) {
          code = code << 4 | Character.digit(text[i], 16);
        }
        yield (char) code;
      }
      default -> (char) letter;
    };
  }
}
