package dev.sluice.studio.api;

import dev.sluice.action.ActionFailure;
import dev.sluice.action.LoginTest;
import dev.sluice.auth.LoginReport;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.Configuration;
import dev.sluice.event.Events;
import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.Bounds;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import dev.sluice.studio.check.ConfigCheck;
import dev.sluice.studio.check.Finding;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is known about a configuration without extracting: its problems, and whether the login
/// works (spec: studio §4.5).
///
/// @param workspace knows the secrets behind markers
record CheckAddress(Workspace workspace) {
  private static final long LONGEST_ANSWER = 1 << 20;

  /// A login takes no longer.
  private static final Bounds LOGIN =
      new Bounds(List.of(), 1, 1, LONGEST_ANSWER, Duration.ofSeconds(30));

  /// {@return all that is wrong or odd}
  ///
  /// @param request `text`
  Reply validate(Document request) {
    ConfigDocument document = workspace.restored(request.requiredText("text"));
    List<JsonValue> problems = new ArrayList<>();
    Set<String> places = new HashSet<>();
    Set<String> errors = new HashSet<>();
    // A finding may offer to move a secret: the page gets its marker.
    ConfigDocument shown = ConfigDocument.of(request.requiredText("text"));
    for (Finding finding : ConfigCheck.of(workspace.secrets().over(shown))) {
      places.add(finding.pointer().toString());
      if (finding.severity() == Finding.Severity.ERROR) {
        errors.add(finding.pointer().toString());
      }
      problems.add(finding(finding));
    }
    try {
      Configuration read = Sluice.check(workspace.request(document, Events.NONE));
      add(read.warnings(), "warning", document, places, problems);
      add(read.hints(), "info", document, places, problems);
    } catch (UserError e) {
      add(e.problems(), "error", document, errors, problems);
    }
    return Reply.json(JsonObject.of("problems", new JsonArray(problems)));
  }

  /// One word about a place is enough, the studio's own.
  private static void add(
      List<Problem> found,
      String severity,
      ConfigDocument document,
      Set<String> places,
      List<JsonValue> problems) {
    for (Problem problem : found) {
      String place = problem.path().map(document::pointer).map(Object::toString).orElse("");
      if (!places.contains(place) || place.isEmpty()) {
        problems.add(Failures.problem(problem, severity, document));
      }
    }
  }

  private static JsonValue finding(Finding finding) {
    var json =
        JsonObject.builder()
            .put("pointer", finding.pointer().toString())
            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
            .put("code", finding.code())
            .put("message", finding.message());
    finding
        .fix()
        .ifPresent(fix ->
            json.put(
                "fix",
                JsonObject.builder().put("label", fix.label()).put("edits", fix.edits()).build()));
    return json.build();
  }

  /// {@return what a login gave, as `sluice token` shows it}
  ///
  /// @param request `text`
  Reply token(Document request) {
    ConfigDocument document = workspace.restored(request.requiredText("text"));
    RunRequest run = workspace.request(document, Events.NONE).within(LOGIN);
    return switch (LoginTest.of(run, LOGIN.time())) {
      case LoginTest.LoggedIn(var logins) -> Reply.json(loggedIn(logins));
      case LoginTest.Refused(var failure) -> Reply.json(refused(failure, document));
    };
  }

  private JsonObject loggedIn(List<LoginReport> logins) {
    if (logins.isEmpty()) {
      return JsonObject.builder()
          .put("ok", JsonBoolean.TRUE)
          .put("logins", JsonArray.EMPTY)
          .put("message", "This method of authentication has no login.")
          .build();
    }
    Instant now = workspace.clock().instant();
    JsonObject first = login(logins.getFirst(), now);
    return first.with("logins", Json.list(logins, login -> login(login, now)));
  }

  /// The other way for the credentials is offered when the server does not know the client.
  private static JsonObject refused(ActionFailure failure, ConfigDocument document) {
    var answer =
        JsonObject.builder()
            .put("ok", JsonBoolean.FALSE)
            .put(
                "error",
                failure.json(
                    failure.path().map(document::pointer).map(Object::toString).orElse("")));
    JsonObject said = failure.provider();
    said.find("status").ifPresent(status -> answer.put("status", status));
    said.find("error").ifPresent(error -> answer.put("provider_error", error));
    said.find("error_description")
        .ifPresent(description -> answer.put("provider_description", description));
    boolean isRefused =
        new JsonString("invalid_client").equals(said.valueOrNull("error"))
            || new JsonNumber("401").equals(said.valueOrNull("status"));
    if (isRefused
        && AuthenticationForm.recognise(document.parameters()) instanceof ClientCredentials form) {
      answer.put("try", form.requestType() == RequestType.BASIC_AUTH ? "form" : "basic");
    }
    return answer.build();
  }

  private static JsonObject login(LoginReport login, Instant now) {
    LoginReport.Shown token = login.token();
    JsonValue expires =
        token
            .expiry()
            .<JsonValue>map(
                end -> JsonNumber.of(Math.max(0, Duration.between(now, end).toSeconds())))
            .orElse(JsonNull.NULL);
    Optional<LoginReport.Size> size = token.size();
    return JsonObject.builder()
        .put("ok", JsonBoolean.TRUE)
        .put("status", JsonNumber.of(login.status()))
        .put("token_type", Json.orNull(token.type()))
        .put("expires_in", expires)
        .put("scope", Json.orNull(token.scope()))
        .put("token_length", JsonNumber.of(size.map(LoginReport.Size::characters).orElse(0)))
        .put("token_suffix", new JsonString(size.map(LoginReport.Size::end).orElse("")))
        .put("ms", JsonNumber.of(login.took().toMillis()))
        .put("claims", token.claims().<JsonValue>map(claims -> claims).orElse(JsonNull.NULL))
        .put("request", Json.texts(login.request()))
        .put("additions", Json.texts(login.additions()))
        .build();
  }
}
