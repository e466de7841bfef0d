package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.RetrySettings;
import dev.sluice.event.Level;
import dev.sluice.http.origin.TrustedOrigins;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.http.transport.Transports;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stages together, over real sockets (spec: run-and-http §4.1, §7).
final class PipelineTest {
  private final ScriptedServer api = ScriptedServer.start();
  private final ScriptedServer elsewhere = ScriptedServer.start();
  private final HttpTransport transport = Transports.plain();
  private final SteppedTime time = new SteppedTime();
  private final RecordedEvents events = new RecordedEvents();
  private final TrustedOrigins trust =
      new TrustedOrigins(List.of(Requests.url(api.origin())), List.of(), events);
  private final List<String> tokens = new ArrayList<>();

  @AfterEach
  void stop() {
    transport.close();
    api.close();
    elsewhere.close();
  }

  @Test
  void authenticatesEachAttemptAndHopAnew() {
    api.at("/a", Answer.status(503), Answer.redirect(302, "/b").header("Connection", "close"));
    api.at("/b", Answer.CLOSED, Answer.json("1"));
    Response response = pipeline().send(Requests.get(api.url("/a")));
    assertEquals("1", response.text());
    assertEquals(api.url("/b"), response.url().text());
    assertEquals(List.of("token 1", "token 2", "token 3", "token 4"), authorizations(api));
    assertEquals(List.of(1L, 1L), time.pauses());
  }

  @Test
  void addsNothingUpOverAttempts() {
    api.then(Answer.status(500), Answer.json("1"));
    pipeline().send(Requests.post(api.url("/"), "body"));
    assertEquals(
        List.of(List.of("token 1"), List.of("token 2")),
        api.received().stream().map(request -> request.headers("Authorization")).toList());
    assertEquals(List.of("body", "body"), api.received().stream().map(Received::text).toList());
  }

  @Test
  void followsAPostAsTheStatusSays() {
    api.then(Answer.redirect(302, "/b"), Answer.json("1"));
    api.then(Answer.redirect(307, "/b"), Answer.json("2"));
    pipeline().send(Requests.post(api.url("/a"), "body"));
    pipeline().send(Requests.post(api.url("/a"), "body"));
    assertEquals(List.of("POST /a", "GET /b", "POST /a", "POST /b"), api.requests());
    assertEquals("body", api.received().getLast().text());
  }

  @Test
  void leavesCredentialsAtHomeWhenARedirectLeadsAway() {
    api.then(Answer.redirect(302, elsewhere.url("/file")));
    elsewhere.then(Answer.json("1"));
    Request request =
        Requests.get(api.url("/a"))
            .withHeaders(Headers.NONE.setCredential("X-Key", "s3cret").set("Accept", "text/csv"));
    assertEquals("1", pipeline().send(request).text());
    assertEquals(
        List.of("Accept: text/csv", "Host: 127.0.0.1:" + elsewhere.port()),
        elsewhere.received().getFirst().headers());
    assertEquals(List.of("s3cret"), api.received().getFirst().headers("X-Key"));
    assertEquals(1, events.messages(Level.WARNING).size());
  }

  @Test
  void saysWhyAnAddressThatGotNoCredentialsRefuses() {
    elsewhere.then(Answer.json(401, "\"no\""));
    Request link = Requests.get(elsewhere.url("/next")).withPurpose(Request.Purpose.FROM_RESPONSE);
    var error = assertThrows(UserError.class, () -> pipeline().send(link));
    assertEquals(
        "The API request failed: [401] Client error: `GET %s` resulted in a `401 Unauthorized`"
                .formatted(elsewhere.url("/next"))
            + " response:\n\"no\". The request went to "
            + elsewhere.origin()
            + " without credentials, because a response named that address. If it may have them,"
            + " add the origin to 'api.http.trustedOrigins'.",
        error.getMessage());
  }

  @Test
  void tellsTheAddressWithoutWhatAuthenticationAdds() {
    Stage query =
        (request, next) ->
            next.send(
                request.withUrl(request.url().withQuery(java.util.Optional.of("token=s3cret"))));
    api.then(Answer.json(404, "{}"), Answer.json("1"));
    Pipeline pipeline = pipeline(query);
    var error = assertThrows(UserError.class, () -> pipeline.send(Requests.get(api.url("/a"))));
    assertTrue(
        String.valueOf(error.problems().getFirst().message())
            .contains("`GET " + api.url("/a") + "`"));
    assertEquals(api.url("/a"), pipeline.send(Requests.get(api.url("/a"))).url().text());
  }

  @Test
  void asksTheStagesInTheirOrder() {
    List<String> order = new ArrayList<>();
    api.then(Answer.json("1"), Answer.json("2"));
    Pipeline.Line line =
        new Pipeline.Line(
            noting(order, "throttle"),
            noting(order, "tunnel"),
            noting(order, "cache"),
            noting(order, "sign"),
            transport);
    Pipeline.Rules rules =
        new Pipeline.Rules(Set.of(), RetrySettings.USUAL, trust, noting(order, "hosts"));
    Pipeline.forRequests(rules, noting(order, "authentication"), line, surroundings())
        .send(Requests.get(api.url("/")));
    assertEquals(List.of("hosts", "throttle", "tunnel", "authentication", "cache", "sign"), order);
    order.clear();
    Pipeline.forLogins(rules, line, surroundings()).send(Requests.get(api.url("/")));
    assertEquals(List.of("hosts", "throttle", "tunnel", "sign"), order);
  }

  @Test
  void appliesTheBoundsOfLoginsAndNeverIgnoresTheirErrors() {
    api.otherwise(_ -> Answer.status(503));
    Pipeline.Rules rules = new Pipeline.Rules(Set.of(503), RetrySettings.USUAL, trust, Stage.NONE);
    Pipeline logins = Pipeline.forLogins(rules, Pipeline.Line.straight(transport), surroundings());
    Request login = Requests.post(api.url("/token"), "").withPurpose(Request.Purpose.LOGIN);
    var error = assertThrows(UserError.class, () -> logins.send(login));
    assertEquals(
        "The API request failed: [503] Server error: `POST "
            + api.url("/token")
            + "` resulted in a `503 Service Unavailable` response",
        error.problems().getFirst().message());
    assertEquals(6, api.requests().size());
  }

  @Test
  void endsWithTheFailureAfterTheLastRetry() {
    api.otherwise(_ -> Answer.CLOSED);
    Pipeline.Rules rules =
        new Pipeline.Rules(
            Set.of(),
            new RetrySettings(java.util.Optional.of(2), "Retry-After", Set.of(), Set.of(52)),
            trust,
            Stage.NONE);
    Pipeline pipeline =
        Pipeline.forRequests(rules, Stage.NONE, Pipeline.Line.straight(transport), surroundings());
    var error = assertThrows(UserError.class, () -> pipeline.send(Requests.get(api.url("/"))));
    assertEquals("CURL error 52: Empty reply from server", error.problems().getFirst().message());
    assertEquals(3, api.requests().size());
  }

  private Pipeline pipeline() {
    return pipeline((request, next) -> {
      tokens.add("token " + (tokens.size() + 1));
      return next.send(
          request.withHeaders(request.headers().setCredential("Authorization", tokens.getLast())));
    });
  }

  private Pipeline pipeline(Stage authentication) {
    return Pipeline.forRequests(
        new Pipeline.Rules(Set.of(), RetrySettings.USUAL, trust, Stage.NONE),
        authentication,
        Pipeline.Line.straight(transport),
        surroundings());
  }

  private Pipeline.Surroundings surroundings() {
    return new Pipeline.Surroundings(time, time, events);
  }

  private static Stage noting(List<String> order, String name) {
    return (request, next) -> {
      order.add(name);
      return next.send(request);
    };
  }

  private static List<String> authorizations(ScriptedServer server) {
    return server.received().stream()
        .map(request -> request.header("Authorization").orElse("none"))
        .toList();
  }
}
