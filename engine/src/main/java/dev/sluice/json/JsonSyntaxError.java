package dev.sluice.json;

import java.util.Optional;

/// Says that a text is not JSON, and where.
///
/// The message is short, starts with a capital letter and never quotes the text.
public final class JsonSyntaxError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /// Describes a fault.
  ///
  /// @param reason what is wrong
  /// @param line from 1, or 0 when the place is not known
  /// @param column from 1, or 0 when the place is not known
  public JsonSyntaxError(String reason, int line, int column) {
    super(reason);
    this.line = line;
    this.column = column;
  }

  /// {@return what is wrong}
  public String reason() {
    return java.util.Objects.requireNonNull(getMessage());
  }

  /// {@return `line L, column C`, if the place is known}
  public Optional<String> place() {
    return line > 0 ? Optional.of("line " + line + ", column " + column) : Optional.empty();
  }

  /// {@return the line, from 1; 0 when not known}
  public int line() {
    return line;
  }

  /// {@return the column in characters, from 1; 0 when not known}
  public int column() {
    return column;
  }
}
