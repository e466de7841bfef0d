package dev.sluice.form;

import dev.sluice.config.BaseUrl;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.TokenUrl;
import dev.sluice.form.FieldProblem.Field;
import dev.sluice.form.FieldProblem.Severity;
import java.util.ArrayList;
import java.util.List;

/// What can be said about client credentials before they are sent (spec: authentication §9.3.6).
final class ClientCredentialsCheck {
  private static final String UNCHANGED_BY_FORM_ENCODING = "[A-Za-z0-9._-]*";

  private ClientCredentialsCheck() {}

  /// {@return what is wrong with the fields, in their order}
  ///
  /// @param form the fields
  static List<FieldProblem> of(ClientCredentials form) {
    List<FieldProblem> problems = new ArrayList<>();
    client(form, problems);
    url(form, problems);
    scopes(form, problems);
    return problems;
  }

  private static void client(ClientCredentials form, List<FieldProblem> problems) {
    if (form.clientId().isEmpty()) {
      problems.add(error(Field.CLIENT_ID, "Enter the client ID."));
    }
    if (form.client().secret().text().isEmpty()) {
      problems.add(error(Field.CLIENT_SECRET, "Enter the client secret."));
    }
    if (form.requestType() == RequestType.POST_FORM || form.client().encoded()) {
      return;
    }
    if (form.clientId().contains(":")) {
      problems.add(
          new FieldProblem(
              Field.CLIENT_ID,
              Severity.WARNING,
              "The server takes the colon for the end of the client ID."
                  + " Choose Post Form or \"Encode ID and secret\"."));
    } else if (isChanged(form.clientId())) {
      problems.add(special(Field.CLIENT_ID, "client ID"));
    }
    if (isChanged(form.clientSecret())) {
      problems.add(special(Field.CLIENT_SECRET, "client secret"));
    }
  }

  private static void url(ClientCredentials form, List<FieldProblem> problems) {
    String url = form.accessTokenUrl();
    if (url.isBlank()) {
      problems.add(error(Field.ACCESS_TOKEN_URL, "Enter the token URL."));
      return;
    }
    if (!BaseUrl.isValid(url.strip())) {
      problems.add(
          error(Field.ACCESS_TOKEN_URL, "Enter the full address, starting with https://."));
    }
    for (TokenUrl.Finding finding : TokenUrl.check(url, TokenUrl.ownParameters())) {
      problems.add(
          new FieldProblem(
              Field.ACCESS_TOKEN_URL,
              finding.severe() ? Severity.ERROR : Severity.WARNING,
              finding.message() + ". " + finding.remedy()));
    }
  }

  private static void scopes(ClientCredentials form, List<FieldProblem> problems) {
    for (String scope : form.scopes()) {
      if (!isScopeToken(scope)) {
        problems.add(
            error(
                Field.SCOPES,
                "The scope \"%s\" has a character that no scope can have: only printable ASCII"
                        .formatted(scope)
                    + " without space, quotation mark and backslash is allowed."));
      }
    }
  }

  /// RFC 6749 §3.3: `1*( %x21 / %x23-5B / %x5D-7E )`.
  private static boolean isScopeToken(String scope) {
    return !scope.isEmpty()
        && scope.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '\\');
  }

  private static boolean isChanged(String value) {
    return !value.matches(UNCHANGED_BY_FORM_ENCODING);
  }

  private static FieldProblem special(Field field, String name) {
    return new FieldProblem(
        field,
        Severity.HINT,
        "The %s has characters that some servers want encoded. If the login fails, choose Post Form or \"Encode ID and secret\"."
            .formatted(name));
  }

  private static FieldProblem error(Field field, String message) {
    return new FieldProblem(field, Severity.ERROR, message);
  }
}
