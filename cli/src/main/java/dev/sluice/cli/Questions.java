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

  /// {@return the option's value, else the person's answer, else what is usual}
  ///
  /// A person is asked again until the answer can be used.
  ///
  /// @param given the value of the option
  /// @param question what is asked
  /// @throws UserError if the option's value can't be used, or nobody can answer
  String answer(Optional<String> given, Question question) {
    if (given.isPresent()) {
      return checked(given.get(), question);
    }
    if (!prompt.isPossible()) {
      return question.usual().orElseThrow(() -> ended(question));
    }
    String text = question.text() + question.usual().map(Questions::inBrackets).orElse("") + ": ";
    while (true) {
      String typed = prompt.ask(text).orElseThrow(() -> ended(question));
      String answer = typed.isEmpty() ? question.usual().orElse("") : typed;
      Optional<String> fault =
          answer.isEmpty() && question.usual().isEmpty()
              ? Optional.of("An answer is needed here.")
              : question.fault().apply(answer);
      if (fault.isEmpty()) {
        return answer;
      }
      out.println("  " + fault.get());
    }
  }

  /// {@return a secret, which is not shown while it is typed; may be empty}
  ///
  /// @param question what is asked
  /// @throws UserError if nobody can answer
  String secret(Question question) {
    return prompt.askSecret(question.text() + ": ").orElseThrow(() -> ended(question));
  }

  private static String checked(String answer, Question question) {
    question
        .fault()
        .apply(answer)
        .ifPresent(fault -> {
          throw new UserError(Problem.of(question.option() + ": " + fault, ""));
        });
    return answer;
  }

  private static String inBrackets(String usual) {
    return " [" + (usual.isEmpty() ? "none" : usual) + "]";
  }

  private static UserError ended(Question question) {
    return new UserError(
        Problem.of("The input ended before " + question.option() + " was told.", ""));
  }
}
