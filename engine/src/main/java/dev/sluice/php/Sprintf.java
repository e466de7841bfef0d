package dev.sluice.php;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// `sprintf`, whose widths and precisions count bytes (spec: functions §4.2).
public final class Sprintf {
  /// A wider field is a mistake that would only cost memory.
  private static final int LARGEST_NUMBER = 1_000_000;

  /// What stands after the last byte.
  private static final byte END = 0;

  private final byte[] format;
  private final List<JsonValue> arguments;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int position;
  private int nextArgument;
  private int needed;

  private Sprintf(String format, List<JsonValue> arguments) {
    this.format = format.getBytes(StandardCharsets.UTF_8);
    this.arguments = arguments;
  }

  /// {@return the formatted text in UTF-8, in which `%c` or a precision may have left parts of
  /// characters}
  ///
  /// @param format with directives `%[n$][flags][width][.precision][l]type`
  /// @param arguments without the format
  /// @throws SprintfError if the format is faulty, an argument is missing, or a list or object is
  ///   asked for as text
  public static byte[] format(String format, List<JsonValue> arguments) throws SprintfError {
    return new Sprintf(format, arguments).run();
  }

  private byte[] run() throws SprintfError {
    while (position < format.length) {
      byte b = format[position++];
      if (b != '%') {
        out.write(b);
      } else if (peek() == '%') {
        position++;
        out.write('%');
      } else {
        directive();
      }
    }
    if (needed > arguments.size()) {
      throw new SprintfError(
          (needed + 1) + " arguments are required, " + (arguments.size() + 1) + " given");
    }
    return out.toByteArray();
  }

  private void directive() throws SprintfError {
    int numbered = argumentNumber();
    SprintfField field = flags().wide(number());
    OptionalInt precision = precision();
    if (peek() == 'l') {
      position++;
    }
    char type = type();
    int argument = numbered > 0 ? numbered - 1 : nextArgument++;
    needed = Math.max(needed, argument + 1);
    if (argument < arguments.size()) {
      convert(type, argument, field, precision);
    }
  }

  /// {@return the argument's number if the directive has one, else 0}
  private int argumentNumber() throws SprintfError {
    int start = position;
    int number = number();
    if (position > start && peek() == '$') {
      position++;
      if (number == 0) {
        throw new SprintfError("Argument number specifier must be greater than zero");
      }
      return number;
    }
    position = start;
    return 0;
  }

  private SprintfField flags() throws SprintfError {
    SprintfField field = SprintfField.PLAIN;
    while (true) {
      switch (peek()) {
        case '-' -> field = field.left();
        case '+' -> field = field.signed();
        case '0', ' ' -> field = field.filledWith(peek());
        case '\'' -> {
          position++;
          if (position >= format.length) {
            throw new SprintfError("Missing padding character");
          }
          field = field.filledWith(peek());
        }
        default -> {
          return field;
        }
      }
      position++;
    }
  }

  private OptionalInt precision() throws SprintfError {
    if (peek() != '.') {
      return OptionalInt.empty();
    }
    position++;
    return OptionalInt.of(number());
  }

  private char type() throws SprintfError {
    if (position >= format.length) {
      throw new SprintfError("Missing format specifier at end of string");
    }
    char type = (char) (format[position++] & 0xff);
    if ("sducxXobeEfFgG".indexOf(type) < 0) {
      throw new SprintfError("Unknown format specifier \"" + type + "\"");
    }
    return type;
  }

  /// {@return the digits at the position as a number; 0 if there are none}
  private int number() throws SprintfError {
    int number = 0;
    while (peek() >= '0' && peek() <= '9') {
      number = number * 10 + (peek() - '0');
      position++;
      if (number > LARGEST_NUMBER) {
        throw new SprintfError("sprintf(): a number in the format is above " + LARGEST_NUMBER);
      }
    }
    return number;
  }

  private byte peek() {
    return position < format.length ? format[position] : END;
  }

  private void convert(char type, int argument, SprintfField field, OptionalInt precision)
      throws SprintfError {
    JsonValue value = arguments.get(argument);
    if (value instanceof JsonObject) {
      throw new SprintfError("Object of class stdClass could not be converted to string");
    }
    switch (type) {
      case 's' -> field.text(text(argument, value, precision), out);
      case 'c' -> out.write((int) IntCast.of(value));
      case 'd' -> field.integer(Long.toString(IntCast.of(value)), out);
      case 'u', 'x', 'X', 'o', 'b' -> field.unsigned(unsigned(type, IntCast.of(value)), out);
      default -> field.real(SprintfReals.text(type, Casts.toDouble(value), precision), out);
    }
  }

  private static byte[] text(int argument, JsonValue value, OptionalInt precision)
      throws SprintfError {
    String text =
        Casts.toText(value)
            .orElseThrow(() ->
                new SprintfError(
                    "sprintf(): Argument #"
                        + (argument + 2)
                        + " must be of type string, array given"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, Math.min(bytes.length, precision.orElse(bytes.length)));
  }

  private static String unsigned(char type, long value) {
    return switch (type) {
      case 'x' -> Long.toHexString(value);
      case 'X' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
      case 'o' -> Long.toOctalString(value);
      case 'b' -> Long.toBinaryString(value);
      default -> Long.toUnsignedString(value);
    };
  }
}
