package dev.sluice.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A person with answers ready.
final class ScriptedPrompt implements Prompt {
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> askedForSecrets = new ArrayList<>();

  ScriptedPrompt(String... answers) {
    this.answers.addAll(List.of(answers));
  }

  @Override
  public boolean isPossible() {
    return true;
  }

  @Override
  public Optional<String> ask(String question) {
    asked.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<String> askSecret(String question) {
    askedForSecrets.add(question);
    return Optional.ofNullable(answers.poll());
  }

  /// How many answers nobody asked for.
  int left() {
    return answers.size();
  }

  List<String> asked() {
    return asked;
  }

  List<String> askedForSecrets() {
    return askedForSecrets;
  }
}
