package dev.sluice.action.curl;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;

/// Takes a command apart as a POSIX shell does: quotes, backslashes and `$'…'`; variables and
/// patterns stay as they are written. Used once.
final class ShellWords {
  private final String command;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isOpen;
  private boolean isQuoted;
  private int at;

  private ShellWords(String command) {
    this.command = command;
  }

  /// A word of a command.
  ///
  /// @param text without quotes
  /// @param isQuoted whether some of it was quoted, so that it is no operator
  record Word(String text, boolean isQuoted) {}

  /// {@return the words}
  ///
  /// @param command may have several lines; a line's end separates words unless a backslash stands
  ///   before it
  /// @throws UserError if a quote is not closed
  static List<Word> of(String command) {
    var shell = new ShellWords(command.replace("\r\n", "\n"));
    shell.read();
    return shell.words;
  }

  private void read() {
    while (at < command.length()) {
      char c = command.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> end();
        case '\'' -> quoted('\'');
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        case '$' -> dollar();
        default -> add(c);
      }
    }
    end();
  }

  private void dollar() {
    if (at < command.length() && command.charAt(at) == '\'') {
      at++;
      AnsiText.Part part = AnsiText.at(command, at).orElseThrow(ShellWords::notClosed);
      at = part.end();
      open();
      word.append(part.text());
    } else {
      add('$');
    }
  }

  private void quoted(char quote) {
    int close = command.indexOf(quote, at);
    if (close < 0) {
      throw notClosed();
    }
    open();
    word.append(command, at, close);
    at = close + 1;
  }

  private void doubleQuoted() {
    open();
    while (at < command.length()) {
      char c = command.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < command.length() && "\"\\$`\n".indexOf(command.charAt(at)) >= 0) {
        c = command.charAt(at++);
        if (c == '\n') {
          continue;
        }
      }
      word.append(c);
    }
    throw notClosed();
  }

  private void escaped() {
    if (at == command.length()) {
      return;
    }
    char c = command.charAt(at++);
    if (c != '\n') {
      open();
      word.append(c);
    }
  }

  private void add(char c) {
    isOpen = true;
    word.append(c);
  }

  private void open() {
    isOpen = true;
    isQuoted = true;
  }

  private void end() {
    if (isOpen) {
      words.add(new Word(word.toString(), isQuoted));
    }
    word.setLength(0);
    isOpen = false;
    isQuoted = false;
  }

  private static UserError notClosed() {
    return new UserError(
        Problem.of(
            "No closing quotation", "Copy the whole command; each quote needs its partner."));
  }
}
