package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.PrintStream;
import java.util.Optional;

/// Gets answers from options, else from a person.
///
/// @param prompt asks the person
/// @param out gets remarks on answers
record Questions(Prompt prompt, PrintStream out) {

  /// {@return the option's value, else the person's answer, which is asked for until it is not
  /// empty}
  ///
  /// @param option the value of the option
  /// @param name the option's name
  /// @param question shown as it is
  String answer(Optional<String> option, String name, String question) {
    if (option.isPresent()) {
      return option.get();
    }
    while (prompt.isPossible()) {
      String answer = prompt.ask(question).orElseThrow(() -> missing(name));
      if (!answer.isEmpty()) {
        return answer;
      }
      out.println("An answer is needed here.");
    }
    throw missing(name);
  }

  /// {@return the option's value, else the person's answer, else what is usual}
  ///
  /// @param option the value of the option
  /// @param name the option's name
  /// @param question shown as it is
  /// @param usual for an empty answer, and when nobody can be asked
  String answer(Optional<String> option, String name, String question, String usual) {
    if (option.isPresent() || !prompt.isPossible()) {
      return option.orElse(usual);
    }
    String answer = prompt.ask(question).orElseThrow(() -> missing(name));
    return answer.isEmpty() ? usual : answer;
  }

  /// {@return a secret; may be empty}
  ///
  /// @param name the option that can tell it instead
  /// @param question shown as it is
  String secret(String name, String question) {
    if (!prompt.isPossible()) {
      throw missing(name);
    }
    return prompt.askSecret(question).orElseThrow(() -> missing(name));
  }

  private static UserError missing(String name) {
    return new UserError(
        Problem.of("There is no terminal to ask for " + name + ".", "Give the option."));
  }
}
