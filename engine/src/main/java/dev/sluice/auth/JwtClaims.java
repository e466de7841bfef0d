package dev.sluice.auth;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.util.Base64;
import java.util.Optional;

/// What a token says about itself, if it is a JSON Web Token (RFC 7519). The signature is not
/// checked: the token is shown, not trusted.
final class JwtClaims {
  private JwtClaims() {}

  /// {@return the claims, if the token is a signed or unsigned JWT}
  ///
  /// @param token any text
  static Optional<JsonObject> of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || decoded(parts[0]).isEmpty()) {
      return Optional.empty();
    }
    return decoded(parts[1]);
  }

  private static Optional<JsonObject> decoded(String part) {
    try {
      return new JsonReader().read(Base64.getUrlDecoder().decode(part)) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IllegalArgumentException | JsonSyntaxError _) {
      return Optional.empty();
    }
  }
}
