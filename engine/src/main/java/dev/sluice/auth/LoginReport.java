package dev.sluice.auth;

import dev.sluice.http.FormEncoding;
import dev.sluice.http.Headers;
import dev.sluice.http.JsonBody;
import dev.sluice.http.Request;
import dev.sluice.http.WireHeaders;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.secret.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a login gave, to be shown: no secret is in it.
///
/// @param request the login request as it was sent, line by line, secrets masked
/// @param status the status of the answer
/// @param took from sending to the end of the answer
/// @param clockSkew by how much the server's clock is ahead of this machine's, if it tells its
///   time; negative when it is behind
/// @param token what is known about the token
/// @param additions what requests of the API get, one line each, masked
public record LoginReport(
    List<String> request,
    int status,
    Duration took,
    Optional<Duration> clockSkew,
    Shown token,
    List<String> additions) {
  private static final int LONG_ENOUGH_TO_SHOW_THE_END = 16;

  /// Keeps unmodifiable copies.
  public LoginReport {
    request = List.copyOf(request);
    additions = List.copyOf(additions);
  }

  /// What is known about a token.
  ///
  /// @param type `token_type` of the answer
  /// @param scope `scope` of the answer
  /// @param expiry when it expires
  /// @param size length and last characters, if there is an `access_token`
  /// @param claims what it says about itself, if it is a JWT
  public record Shown(
      Optional<String> type,
      Optional<String> scope,
      Optional<Instant> expiry,
      Optional<Size> size,
      Optional<JsonObject> claims) {}

  /// How long a token is, and how it ends.
  ///
  /// @param characters its length
  /// @param end the last four characters; empty for a short token
  public record Size(int characters, String end) {}

  /// {@return the report of a login}
  ///
  /// @param answered request and answer
  /// @param token what it gave
  /// @param redactor knows the secrets
  static LoginReport of(LoginExchange.Answered answered, Token token, Redactor redactor) {
    JsonObject document = answered.document();
    Optional<String> accessToken = TokenAnswer.text(document, "access_token");
    return new LoginReport(
        request(answered.sent()).stream().map(redactor::redact).toList(),
        answered.status(),
        answered.times().took(),
        answered.serverTime().map(time -> Duration.between(answered.times().read(), time)),
        new Shown(
            TokenAnswer.text(document, "token_type").map(redactor::redact),
            TokenAnswer.text(document, "scope").map(redactor::redact),
            token.validity().end(),
            accessToken.map(LoginReport::size),
            accessToken.flatMap(JwtClaims::of).map(claims -> redacted(claims, redactor))),
        additions(token).stream().map(redactor::redact).toList());
  }

  private static JsonObject redacted(JsonObject claims, Redactor redactor) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    claims.forEach((name, value) ->
        members.put(
            name, redactor.holdsSecret(value.toString()) ? new JsonString(Redactor.MASK) : value));
    return JsonObject.of(members);
  }

  private static Size size(String token) {
    return new Size(
        token.length(),
        token.length() < LONG_ENOUGH_TO_SHOW_THE_END ? "" : token.substring(token.length() - 4));
  }

  private static List<String> request(LoginExchange.Prepared sent) {
    Request request = sent.request();
    List<String> lines = new ArrayList<>();
    lines.add(request.verb() + " " + masked(request.url().shown(), sent));
    for (Headers.Line line : WireHeaders.of(request).lines()) {
      boolean isSecret = WireHeaders.isCredential(line);
      lines.add(line.name() + ": " + (isSecret ? Redactor.MASK : line.value()));
    }
    if (request.body().isPresent()) {
      lines.add("");
      lines.add(body(sent));
    }
    return lines;
  }

  private static String body(LoginExchange.Prepared sent) {
    Request request = sent.request();
    boolean isJson =
        request.headers().first("Content-Type").filter(JsonBody.CONTENT_TYPE::equals).isPresent();
    if (!isJson) {
      String form = new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
      return masked(form, sent);
    }
    JsonObject shown = sent.params();
    for (String name : sent.secretParams()) {
      shown = shown.has(name) ? shown.with(name, new JsonString(Redactor.MASK)) : shown;
    }
    return shown.toString();
  }

  /// Also values too short for the redactor are masked.
  private static String masked(String encoded, LoginExchange.Prepared sent) {
    String masked = encoded;
    for (String name : sent.secretParams()) {
      Optional<JsonValue> value = sent.params().find(name);
      if (value.isPresent()) {
        String pair =
            new String(FormEncoding.body(JsonObject.of(name, value.get())), StandardCharsets.UTF_8);
        String shown = pair.substring(0, pair.indexOf('=') + 1) + Redactor.MASK;
        masked = masked.replace(pair, shown);
      }
    }
    return masked;
  }

  private static List<String> additions(Token token) {
    List<String> lines = new ArrayList<>();
    token.query().shape().names().forEach(name -> lines.add("query " + name + "=" + Redactor.MASK));
    for (Headers.Line line : token.headers().lines()) {
      boolean hasScheme = line.name().equalsIgnoreCase("Authorization");
      lines.add("header " + line.name() + ": " + (hasScheme ? shown(line.value()) : Redactor.MASK));
    }
    return lines;
  }

  /// The scheme of an `Authorization` is worth seeing.
  private static String shown(String value) {
    int space = value.indexOf(' ');
    boolean hasScheme = space > 0 && value.substring(0, space).matches("[A-Za-z]+");
    return (hasScheme ? value.substring(0, space + 1) : "") + Redactor.MASK;
  }
}
