package dev.sluice.form;

/// Something about a field of a form.
///
/// @param field which one
/// @param severity how bad it is
/// @param message one sentence for the person who fills it in
public record FieldProblem(Field field, Severity severity, String message) {

  /// The fields of [ClientCredentials].
  public enum Field {
    /// How the credentials travel.
    REQUEST_TYPE,
    /// The client ID.
    CLIENT_ID,
    /// The client secret.
    CLIENT_SECRET,
    /// The address of the token endpoint.
    ACCESS_TOKEN_URL,
    /// The scopes.
    SCOPES
  }

  /// How bad it is.
  public enum Severity {
    /// The form can't be used like this.
    ERROR,
    /// It can, but it probably should not.
    WARNING,
    /// Worth knowing if the login fails.
    HINT
  }
}
