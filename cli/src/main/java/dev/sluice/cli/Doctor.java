package dev.sluice.cli;

import dev.sluice.auth.LoginReport;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.event.Events;
import dev.sluice.form.ClientCredentials;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tries the ways in which a client's credentials can travel, one after the other, and tells what
/// came of each.
///
/// @param shell where to tell it
/// @param api `api` of the configuration to be, without its authentication
record Doctor(Shell shell, JsonObject api) {
  private static final int MOST_REQUESTS = 4;
  private static final Duration NOTABLE_SKEW = Duration.ofSeconds(30);
  private static final Pattern CODE =
      Pattern.compile("^OAuth 2\\.0 token request failed: ([a-z_]+)");
  private static final Pattern STATUS = Pattern.compile("\\[(?:HTTP )?([0-9]{3})[],]");

  /// Words by which servers say that further attempts make it worse.
  private static final Pattern LOCKED =
      Pattern.compile("(?i)\\b(locked|lockout|too many|blocked|suspended|disabled|rate.?limit)");

  /// {@return the way that works, if one does}
  ///
  /// @param credentials tried as they are first
  Optional<ClientCredentials> examine(ClientCredentials credentials) {
    for (ClientCredentials way : ways(credentials)) {
      shell.out().print(name(way) + ": ");
      shell.out().flush();
      try {
        LoginReport report = Sluice.login(request(way)).getFirst();
        shell.out().println("works.");
        remarks(way, report).forEach(remark -> shell.out().println("  " + remark));
        return Optional.of(way);
      } catch (UserError e) {
        Problem problem = e.problems().getFirst();
        shell.out().println("does not work.");
        shell.out().println("  " + DisplayWidth.printable(problem.message()));
        Optional<String> end = reasonToStop(problem);
        if (end.isPresent()) {
          shell.out().println();
          shell.out().println(end.get());
          return Optional.empty();
        }
      }
    }
    shell.out().println();
    shell
        .out()
        .println(
            "No way of sending the credentials works, so one of them is probably wrong, or meant for"
                + " another server. Check the client ID and the client secret, and whether the server"
                + " wants a signed proof or a certificate instead (oauth20.client-credentials).");
    return Optional.empty();
  }

  /// The way of the configuration first, else Basic Auth, which every server has to offer (RFC 6749
  /// §2.3.1).
  private static List<ClientCredentials> ways(ClientCredentials credentials) {
    ClientCredentials basic =
        credentials.withRequestType(RequestType.BASIC_AUTH).withEncoded(false);
    Set<ClientCredentials> ways = new LinkedHashSet<>();
    ways.add(credentials);
    ways.add(basic);
    if (isChangedByEncoding(credentials.clientId())
        || isChangedByEncoding(credentials.clientSecret())) {
      ways.add(basic.withEncoded(true));
    }
    ways.add(credentials.withRequestType(RequestType.POST_FORM));
    List<ClientCredentials> inOrder = new ArrayList<>(ways);
    return inOrder.subList(0, Math.min(MOST_REQUESTS, inOrder.size()));
  }

  private static boolean isChangedByEncoding(String text) {
    return !URLEncoder.encode(text, StandardCharsets.UTF_8).equals(text);
  }

  private static String name(ClientCredentials way) {
    if (way.requestType() == RequestType.POST_FORM) {
      return "Post Form";
    }
    return way.client().encoded() ? "Basic Auth, ID and secret encoded" : "Basic Auth";
  }

  private static List<String> remarks(ClientCredentials way, LoginReport report) {
    List<String> remarks = new ArrayList<>();
    LoginReport.Shown token = report.token();
    remarks.add(
        "The answer came after %d ms: token type %s, scope %s."
            .formatted(
                report.took().toMillis(),
                token.type().orElse("not given"),
                token.scope().orElse("not given")));
    if (token.expiry().isEmpty()) {
      remarks.add(
          "The token does not say how long it lives (expires_in): it is used until the API answers"
              + " 401, and then replaced.");
    }
    report
        .clockSkew()
        .filter(skew -> skew.abs().compareTo(NOTABLE_SKEW) > 0)
        .ifPresent(skew ->
            remarks.add(
                "The server's clock is %s %s this machine's: set the clock that is wrong."
                    .formatted(Amount.of(skew.abs()), skew.isNegative() ? "behind" : "ahead of")));
    if (way.client().encoded()) {
      remarks.add(
          "Encoded credentials are written with 'urlencode', which runs on Sluice only; the original"
              + " allows that function in placeholders only.");
    }
    return remarks;
  }

  /// {@return why no other way is worth trying, if that is so}
  private static Optional<String> reasonToStop(Problem problem) {
    String message = problem.message();
    String code = group(CODE, message);
    String status = group(STATUS, message);
    if (status.equals("429") || status.equals("423") || LOCKED.matcher(message).find()) {
      return Optional.of(
          "No other way is tried: the server may be locking the client out. Wait, or ask its owner.");
    }
    boolean isAboutCredentials =
        code.equals("invalid_client")
            || code.equals("invalid_request")
            // Keycloak's word for wrong credentials.
            || (code.equals("unauthorized_client") && status.equals("401"))
            || (code.isEmpty() && (status.equals("401") || status.equals("400")));
    return isAboutCredentials
        ? Optional.empty()
        : Optional.of(
            "No other way is tried: this has nothing to do with how the credentials travel."
                + (problem.remedy().isEmpty() ? "" : " " + problem.remedy()));
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private RunRequest request(ClientCredentials way) {
    return new RunRequest(
            Path.of(System.getProperty("java.io.tmpdir")),
            Optional.empty(),
            InstantSource.system(),
            ProxySettings.in(shell.environment()),
            Events.NONE)
        .withDocument(document(way).toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject document(ClientCredentials way) {
    JsonObject onlyOnce = api.with("retryConfig", JsonObject.of("maxRetries", JsonNumber.of(0)));
    JsonObject jobs =
        JsonObject.of("jobs", JsonArray.of(JsonObject.of("endpoint", new JsonString("none"))));
    JsonObject parameters =
        way.withAttributes()
            .writeTo(JsonObject.builder().put("api", onlyOnce).put("config", jobs).build());
    return JsonObject.of("parameters", parameters);
  }
}
