package dev.sluice.problem;

import java.util.Optional;

/// Something the user can mend.
///
/// @param message what is wrong; the spec's text where it has one; never a secret
/// @param path where in the configuration, if it is there
/// @param remedy what to do, as a sentence; empty when the message says enough
public record Problem(String message, Optional<ConfigPath> path, String remedy) {

  /// {@return a problem at a place}
  ///
  /// @param message what is wrong
  /// @param path where
  /// @param remedy what to do; may be empty
  public static Problem at(ConfigPath path, String message, String remedy) {
    return new Problem(message, Optional.of(path), remedy);
  }

  /// {@return a problem that has no place in the configuration}
  ///
  /// @param message what is wrong
  /// @param remedy what to do; may be empty
  public static Problem of(String message, String remedy) {
    return new Problem(message, Optional.empty(), remedy);
  }

  /// {@return the message, the place in parentheses, and the remedy}
  public String text() {
    var text = new StringBuilder(message);
    boolean isSentence = endsSentence(message);
    path.filter(place -> !place.text().isEmpty() && !message.contains(place.text()))
        .ifPresent(place -> text.append(" (").append(place).append(")"));
    if (!remedy.isEmpty()) {
      text.append(isSentence ? " " : ". ").append(remedy);
    }
    return text.toString();
  }

  private static boolean endsSentence(CharSequence text) {
    return !text.isEmpty() && ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
