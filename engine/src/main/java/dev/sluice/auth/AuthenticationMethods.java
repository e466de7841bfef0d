package dev.sluice.auth;

import dev.sluice.config.Authentication;
import dev.sluice.config.Authentication.OAuthCredentials;
import dev.sluice.http.Stage;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.secret.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The one place that knows every method (spec: authentication §1).
public final class AuthenticationMethods {
  private AuthenticationMethods() {}

  /// {@return the stage that adds a method's credentials to each attempt} Nothing is sent before
  /// the first request. A stage is made for each iteration: a login is never shared by two.
  ///
  /// @param authentication the method
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  public static Stage stage(
      Authentication authentication, IterationScope iteration, LoginLine line) {
    iteration.events().debug("Using " + name(authentication) + " authentication.");
    return switch (authentication) {
      case Authentication.None _ -> Stage.NONE;
      case Authentication.Basic basic -> BasicAuthentication.of(basic, iteration.redactor());
      case Authentication.Query query -> new QueryAuthentication(query.query(), iteration.scope());
      case Authentication.Login login ->
          LoginAuthentication.of(login, LoginContexts.NONE, iteration, line);
      case Authentication.OAuth10 keys -> {
        iteration
            .redactor()
            .addAll(List.of(keys.consumer().secret(), keys.user().key(), keys.user().secret()));
        yield new OAuth10Signature(keys, iteration.scope().clock(), Nonces.random());
      }
      case Authentication.OAuth20 stored -> {
        learn(stored.credentials(), iteration.redactor());
        yield new OAuth20Authentication(stored, iteration.scope(), Nonces.random());
      }
      case Authentication.OAuth20Login stored -> storedLogin(stored, iteration, line);
      case Authentication.ClientCredentials credentials -> grant(credentials, iteration, line);
    };
  }

  /// {@return what a login made now gives, if the method has one}
  ///
  /// @param authentication the method
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  /// @throws dev.sluice.problem.UserError if the login fails
  public static Optional<LoginReport> report(
      Authentication authentication, IterationScope iteration, LoginLine line) {
    return switch (authentication) {
      case Authentication.Login login ->
          Optional.of(LoginAuthentication.of(login, LoginContexts.NONE, iteration, line).report());
      case Authentication.OAuth20Login stored ->
          Optional.of(storedLogin(stored, iteration, line).report());
      case Authentication.ClientCredentials credentials ->
          Optional.of(grant(credentials, iteration, line).report());
      case Authentication.None _,
          Authentication.Basic _,
          Authentication.Query _,
          Authentication.OAuth10 _,
          Authentication.OAuth20 _ ->
          Optional.empty();
    };
  }

  private static String name(Authentication authentication) {
    return switch (authentication) {
      case Authentication.None _ -> "no";
      case Authentication.Basic _ -> "'basic'";
      case Authentication.Query _ -> "'query'";
      case Authentication.Login _ -> "'login'";
      case Authentication.OAuth10 _ -> "'oauth10'";
      case Authentication.OAuth20 _ -> "'oauth20'";
      case Authentication.OAuth20Login _ -> "'oauth20.login'";
      case Authentication.ClientCredentials _ -> "'oauth20.client-credentials'";
    };
  }

  private static LoginAuthentication grant(
      Authentication.ClientCredentials credentials, IterationScope iteration, LoginLine line) {
    iteration.redactor().add(credentials.grant().client().secret());
    iteration.redactor().add(credentials.grant().client().privateKey());
    return LoginAuthentication.of(credentials, iteration, line);
  }

  private static LoginAuthentication storedLogin(
      Authentication.OAuth20Login stored, IterationScope iteration, LoginLine line) {
    learn(stored.credentials(), iteration.redactor());
    var contexts =
        new StoredCredentials(stored.credentials(), line.refreshTokens(), iteration.events());
    return LoginAuthentication.of(stored.login(), contexts, iteration, line);
  }

  private static void learn(OAuthCredentials credentials, Redactor redactor) {
    redactor.add(credentials.clientSecret());
    if (credentials.data() instanceof JsonString(String text)) {
      redactor.add(text);
    }
    learnTokens(credentials.data(), redactor);
  }

  /// Fields whose names tell that they are secret; others, such as `token_type`, may be ordinary
  /// words.
  private static void learnTokens(JsonValue data, Redactor redactor) {
    switch (data) {
      case JsonObject object ->
          object.forEach((name, value) -> {
            if (value instanceof JsonString(String text) && isSecret(name)) {
              redactor.add(text);
            }
            learnTokens(value, redactor);
          });
      case JsonArray(List<JsonValue> items) -> items.forEach(item -> learnTokens(item, redactor));
      default -> {}
    }
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.equals("token_type")
        && (lower.contains("token")
            || lower.contains("secret")
            || lower.contains("key")
            || lower.contains("password"));
  }
}
