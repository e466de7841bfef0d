package dev.sluice.form;

import dev.sluice.json.JsonObject;
import java.util.List;

/// OAuth 2.0 client credentials can be written as a `login`, which runs everywhere, or as
/// `oauth20.client-credentials`, which runs on Sluice only and can say more. This is one written as
/// the other.
public sealed interface GrantConversion {

  /// It can be done.
  ///
  /// @param parameters `parameters` of the configuration, which logs in as before
  /// @param lost what the other form can't say, in whole sentences; may be empty
  record Done(JsonObject parameters, List<String> lost) implements GrantConversion {
    /// Keeps an unmodifiable copy.
    public Done {
      lost = List.copyOf(lost);
    }
  }

  /// The other form can't log in like this.
  ///
  /// @param reason a whole sentence
  /// @param remedy what would make it possible; may be empty
  record Impossible(String reason, String remedy) implements GrantConversion {}

  /// {@return the login as `oauth20.client-credentials`}
  ///
  /// @param parameters `parameters` of a configuration
  static GrantConversion toNative(JsonObject parameters) {
    return ClientCredentials.recognise(parameters)
        .map(login -> new LoginToGrant(parameters, login).result())
        .orElseGet(() ->
            new Impossible("The authentication is not a 'login' with client credentials.", ""));
  }

  /// {@return the `oauth20.client-credentials` as a `login`}
  ///
  /// @param parameters `parameters` of a configuration
  static GrantConversion toPortable(JsonObject parameters) {
    return new GrantToLogin(parameters).result();
  }
}
