package dev.sluice.cli;

import dev.sluice.auth.LoginReport;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What logins gave, for people.
final class LoginText {
  /// When the method of authentication does not log in.
  static final String NO_LOGIN =
      "This configuration's method of authentication has no login: there is no token to get.";

  private static final Set<String> TIMES = Set.of("iat", "nbf", "exp", "auth_time");

  private LoginText() {}

  /// {@return the lines: request, answer, token, what the API gets}
  ///
  /// @param logins what each login gave
  /// @param style how to mark up
  /// @param now the time, for how long a token lives
  static List<String> of(List<LoginReport> logins, Style style, Instant now) {
    List<String> lines = new ArrayList<>();
    if (logins.isEmpty()) {
      lines.add(NO_LOGIN);
    }
    for (LoginReport login : logins) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      add(login, style, now, lines);
    }
    return lines;
  }

  private static void add(LoginReport login, Style style, Instant now, List<String> lines) {
    lines.add(style.bold("Request"));
    login.request().forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    lines.add(style.bold("Answer"));
    lines.add("  status      " + login.status() + " after " + login.took().toMillis() + " ms");
    LoginReport.Shown token = login.token();
    lines.add("  token type  " + token.type().orElse("not given"));
    lines.add("  scope       " + token.scope().orElse("not given: what was asked for"));
    lines.add("  expiry      " + token.expiry().map(end -> expiry(end, now)).orElse("not given"));
    token
        .size()
        .ifPresent(size ->
            lines.add(
                "  token       "
                    + Amount.of(size.characters(), "character")
                    + (size.end().isEmpty() ? "" : ", ending in …" + size.end())));
    token.claims().ifPresent(claims -> addClaims(claims, style, lines));
    lines.add(style.bold("Requests to the API get"));
    login.additions().forEach(line -> lines.add("  " + line));
  }

  private static void addClaims(JsonObject claims, Style style, List<String> lines) {
    lines.add(style.bold("The token says") + style.dim(" (a JWT; its signature is not checked)"));
    claims.forEach((name, value) ->
        lines.add(
            "  "
                + DisplayWidth.printable(name + " = " + JsonWriter.compact(value))
                + moment(name, value)));
  }

  /// Times stand in a token as seconds since 1970 (RFC 7519 §2).
  private static String moment(String name, JsonValue value) {
    return TIMES.contains(name) && value instanceof JsonNumber number && number.isInteger()
        ? "  (" + Instant.ofEpochSecond(number.longValue()) + ")"
        : "";
  }

  private static String expiry(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    String moment = end.truncatedTo(ChronoUnit.SECONDS).toString();
    return left.isNegative() ? moment + ", which is past" : moment + ", in " + Amount.of(left);
  }
}
