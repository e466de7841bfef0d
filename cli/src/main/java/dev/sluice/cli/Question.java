package dev.sluice.cli;

import java.util.Optional;
import java.util.function.Function;

/// One thing that a command needs to know.
///
/// @param option the option that tells it, e.g. `--client-id`
/// @param text what a person is asked, without a colon
/// @param usual what holds when nothing is said; none for what must be said
/// @param fault what is wrong with an answer, as a sentence, if something is
record Question(
    String option, String text, Optional<String> usual, Function<String, Optional<String>> fault) {

  /// {@return a question that must be answered}
  ///
  /// @param option the option that tells it
  /// @param text what a person is asked
  static Question of(String option, String text) {
    return new Question(option, text, Optional.empty(), _ -> Optional.empty());
  }

  /// {@return this question with what holds when nothing is said}
  ///
  /// @param answer the usual answer
  Question orElse(String answer) {
    return new Question(option, text, Optional.of(answer), fault);
  }

  /// {@return this question with a judge of its answers}
  ///
  /// @param judge see [#fault()]
  Question judgedBy(Function<String, Optional<String>> judge) {
    return new Question(option, text, usual, judge);
  }
}
