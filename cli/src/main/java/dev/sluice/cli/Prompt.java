package dev.sluice.cli;

import java.util.Optional;

/// Asks a person.
interface Prompt {
  /// Nobody is there to ask.
  Prompt NOBODY =
      new Prompt() {
        @Override
        public boolean isPossible() {
          return false;
        }

        @Override
        public Optional<String> ask(String question) {
          return Optional.empty();
        }

        @Override
        public Optional<String> askSecret(String question) {
          return Optional.empty();
        }
      };

  /// {@return whether somebody can answer}
  boolean isPossible();

  /// {@return the answer without white space around it; empty when the input has ended}
  ///
  /// @param question shown as it is
  Optional<String> ask(String question);

  /// {@return the answer, which was not shown while it was typed; empty when the input has ended}
  ///
  /// @param question shown as it is
  Optional<String> askSecret(String question);
}
