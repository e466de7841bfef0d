package dev.sluice.cli;

/// Marks up text for terminals.
///
/// @param isOn whether to mark up at all
record Style(boolean isOn) {
  /// No markup.
  static final Style PLAIN = new Style(false);

  /// {@return the style that the shell and the user allow}
  ///
  /// @param shell knows the terminal and `NO_COLOR`
  /// @param noColor whether the user wants none
  static Style of(Shell shell, boolean noColor) {
    return new Style(shell.isCapableTerminal() && !noColor && shell.variable("NO_COLOR").isEmpty());
  }

  /// {@return the text in bold}
  ///
  /// @param text what to mark up
  String bold(String text) {
    return marked("1", text);
  }

  /// {@return the text in a weaker colour}
  ///
  /// @param text what to mark up
  String dim(String text) {
    return marked("2", text);
  }

  /// {@return the text as an error}
  ///
  /// @param text what to mark up
  String red(String text) {
    return marked("1;31", text);
  }

  /// {@return the text as a success}
  ///
  /// @param text what to mark up
  String green(String text) {
    return marked("32", text);
  }

  /// {@return the text as a warning}
  ///
  /// @param text what to mark up
  String yellow(String text) {
    return marked("33", text);
  }

  private String marked(String code, String text) {
    return isOn ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
