package dev.sluice.auth;

import dev.sluice.config.Authentication.OAuthCredentials;
import dev.sluice.event.Events;
import dev.sluice.function.Scope;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// The contexts `consumer` and `user` of `oauth20.login` (spec: authentication §8).
///
/// @param credentials what the configuration holds
/// @param refreshTokens those received in the course of the run
/// @param events gets a warning when the stored refresh token may have become invalid
record StoredCredentials(OAuthCredentials credentials, RefreshTokens refreshTokens, Events events)
    implements LoginContexts {
  private static final String REFRESH_TOKEN = "refresh_token";

  @Override
  public Scope in(Scope scope, String endpoint) {
    JsonObject consumer =
        JsonObject.builder()
            .put("client_id", credentials.clientId())
            .put("client_secret", credentials.clientSecret())
            .build();
    return scope.with("consumer", consumer).with("user", user());
  }

  @Override
  public void answered(JsonObject answer) {
    Optional<String> received = TokenAnswer.text(answer, REFRESH_TOKEN);
    Optional<String> configured = configured();
    if (received.isPresent()
        && configured.isPresent()
        && refreshTokens.received(configured.get(), received.get())) {
      events.warning(
          "The login returned another refresh token. Later logins of this run use it; the stored one"
              + " may be invalid now.");
    }
  }

  private JsonValue user() {
    return configured()
        .<JsonValue>map(
            token -> data().with(REFRESH_TOKEN, new JsonString(refreshTokens.currentFor(token))))
        .orElse(credentials.data());
  }

  private Optional<String> configured() {
    return TokenAnswer.text(data(), REFRESH_TOKEN);
  }

  private JsonObject data() {
    return credentials.data() instanceof JsonObject object ? object : JsonObject.EMPTY;
  }
}
