package dev.sluice.action.curl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of `$'…'`, which browsers write for texts with special characters.
final class AnsiText {
  private static final String NAMED = "abefnrtv\\'\"?";
  private static final String MEANT = "\u0007\b\u001b\f\n\r\t\u000b\\'\"?";

  private final String command;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private int at;

  private AnsiText(String command, int start) {
    this.command = command;
    this.at = start;
  }

  /// What stood there.
  ///
  /// @param text the text meant
  /// @param end the place behind the closing quote
  record Part(String text, int end) {}

  /// {@return the text, if its quote is closed}
  ///
  /// @param command the whole command
  /// @param start the place behind the opening quote
  static Optional<Part> at(String command, int start) {
    return new AnsiText(command, start).read();
  }

  private Optional<Part> read() {
    while (at < command.length()) {
      int c = command.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\'') {
        return Optional.of(new Part(text.toString(StandardCharsets.UTF_8), at));
      }
      if (c == '\\' && at < command.length()) {
        escape();
      } else {
        add(c);
      }
    }
    return Optional.empty();
  }

  private void escape() {
    char c = command.charAt(at++);
    int named = NAMED.indexOf(c);
    if (named >= 0) {
      text.write(MEANT.charAt(named));
      return;
    }
    switch (c) {
      // A byte each: several of them may make up one character.
      case 'x' -> text.write(digits(16, 2));
      case 'u' -> add(digits(16, 4));
      case 'U' -> add(digits(16, 8));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        text.write(digits(8, 3));
      }
      default -> {
        text.write('\\');
        at--;
      }
    }
  }

  private int digits(int radix, int most) {
    int value = 0;
    for (int read = 0; read < most && at < command.length(); read++) {
      int digit = Character.digit(command.charAt(at), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      at++;
    }
    return value;
  }

  private void add(int character) {
    String one = Character.isValidCodePoint(character) ? Character.toString(character) : "\ufffd";
    text.writeBytes(one.getBytes(StandardCharsets.UTF_8));
  }
}
