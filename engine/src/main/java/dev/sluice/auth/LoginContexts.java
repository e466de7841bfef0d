package dev.sluice.auth;

import dev.sluice.function.Scope;
import dev.sluice.json.JsonObject;

/// What the functions of a login request see besides the attributes.
interface LoginContexts {
  /// Nothing: the method `login`.
  LoginContexts NONE =
      new LoginContexts() {
        @Override
        public Scope in(Scope scope) {
          return scope;
        }

        @Override
        public void answered(JsonObject answer) {}
      };

  /// {@return a scope for the next login request}
  ///
  /// @param scope clock and attributes
  Scope in(Scope scope);

  /// Takes note of what a login was answered.
  ///
  /// @param answer the document of the answer
  void answered(JsonObject answer);
}
