package dev.sluice.auth;

import dev.sluice.function.Scope;
import dev.sluice.http.Request;
import dev.sluice.json.JsonObject;

/// What the functions of a login request see besides the attributes.
interface LoginContexts {
  /// Nothing: the method `login`.
  LoginContexts NONE =
      new LoginContexts() {
        @Override
        public Scope in(Scope scope, String endpoint) {
          return scope;
        }

        @Override
        public void answered(JsonObject answer) {}
      };

  /// {@return where the login request goes}
  ///
  /// @param configured what the configuration says
  /// @throws dev.sluice.problem.UserError if it can't be found out
  default String endpoint(String configured) {
    return configured;
  }

  /// {@return a scope for the next login request}
  ///
  /// @param scope clock and attributes
  /// @param endpoint where the request goes
  Scope in(Scope scope, String endpoint);

  /// {@return a login request with what parameters and headers can't say}
  ///
  /// @param request encoded
  default Request finished(Request request) {
    return request;
  }

  /// Takes note of what a login was answered.
  ///
  /// @param answer the document of the answer
  void answered(JsonObject answer);
}
