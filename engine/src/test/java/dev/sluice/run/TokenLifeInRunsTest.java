package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.event.Level;
import dev.sluice.form.ClientCredentials;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole runs against a server that gives tokens and looks at them: it refuses those that it has
/// not given, that have expired by its clock, or that it has revoked. The clock is the test's.
final class TokenLifeInRunsTest {
  private static final int IN_FLIGHT = 64;

  @TempDir private Path folder;

  private final AtomicLong now = new AtomicLong(1_710_513_045);
  private final RecordedEvents events = new RecordedEvents();
  private final ScriptedServer server = ScriptedServer.start().otherwise(this::answer);
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();
  private volatile long life = 300;
  private final Map<Integer, Long> expiries = new ConcurrentHashMap<>();
  private volatile int revokedUpTo;
  private volatile OnPage onPage = (_, answer) -> answer;

  /// What happens when a page is asked for, counted from 1.
  private interface OnPage {
    Answer answer(int page, Answer usual);
  }

  private volatile String expiresIn = "300";

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tokensOfFiveSecondsLastThroughARunOfAMinute() throws IOException {
    lives(5);
    onPage =
        (_, answer) -> {
          now.incrementAndGet();
          return answer;
        };
    run(pages(60), "\"concurrency\": 1");

    assertEquals(60, rows("pages"));
    assertEquals(0, refusals.get());
    assertTrue(logins.get() >= 12 && logins.get() <= 20, "logins: " + logins);
  }

  @Test
  void aTokenThatIsRevokedInMidRunIsReplaced() throws IOException {
    onPage =
        (page, answer) -> {
          if (page == 3) {
            revokedUpTo = 1;
          }
          return answer;
        };
    run(pages(6), "\"concurrency\": 1");

    assertEquals(6, rows("pages"));
    assertEquals(2, logins.get());
    assertEquals(1, refusals.get());
  }

  @Test
  void aTokenThatExpiresWhileTheApiAsksToWaitIsReplacedBeforeTheNextAttempt() throws IOException {
    onPage =
        (page, answer) -> {
          if (page == 2) {
            now.addAndGet(400);
            return Answer.status(429).header("Retry-After", "0");
          }
          return answer;
        };
    run(pages(4), "\"concurrency\": 1");

    assertEquals(4, rows("pages"));
    assertEquals(2, logins.get());
    assertEquals(0, refusals.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {-600, 600})
  void theClockOfTheServerDoesNotMatter(int ahead) throws IOException {
    onPage = (_, answer) -> dated(answer, ahead);
    run(pages(5), "\"concurrency\": 1");

    assertEquals(5, rows("pages"));
    assertEquals(1, logins.get());
  }

  @Test
  void oneLoginPerExpiryHoweverManyRequestsAreInFlight() throws IOException {
    lives(60);
    onPage =
        (page, answer) -> {
          // So far apart that no request meets both.
          if (page == 2 * IN_FLIGHT || page == 5 * IN_FLIGHT) {
            now.addAndGet(61);
          }
          return answer;
        };
    run(customers(8 * IN_FLIGHT), "\"concurrency\": " + IN_FLIGHT);

    assertEquals(8 * IN_FLIGHT, rows("orders"));
    assertEquals(3, logins.get());
  }

  @Test
  void oneLoginHoweverManyRequestsInFlightAreRefused() throws IOException {
    onPage =
        (page, answer) -> {
          if (page == 2 * IN_FLIGHT) {
            revokedUpTo = 1;
          }
          return answer;
        };
    run(customers(4 * IN_FLIGHT), "\"concurrency\": " + IN_FLIGHT);

    assertEquals(4 * IN_FLIGHT, rows("orders"));
    assertEquals(2, logins.get());
    assertTrue(refusals.get() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 1",
    "300.7, 1",
    "'\"300\"', 1",
    "null, 1",
    "0, 1",
    "-5, 1",
    "99999999999999999999, 1",
    "1e400, 1",
    "'\"soon\"', 1",
    "[], 1",
  })
  void anyLifeThatATokenMayClaimIsLivedWith(String claimed, int expected) throws IOException {
    expiresIn = claimed;
    run(pages(3), "\"concurrency\": 1");
    assertEquals(3, rows("pages"));
    assertEquals(expected, logins.get());
  }

  @Test
  void digitsInATextAreSecondsAndThatIsSaidOnce() throws IOException {
    expiresIn = "\"5\"";
    lives(5);
    expiresIn = "\"5\"";
    onPage =
        (_, answer) -> {
          now.addAndGet(2);
          return answer;
        };
    JsonObject parameters =
        parameters(RequestType.POST_FORM, "s3cret", pages(8), "\"concurrency\": 1");
    JsonObject api = (JsonObject) parameters.find("api").orElseThrow();
    JsonObject authentication = (JsonObject) api.find("authentication").orElseThrow();
    JsonObject expiry =
        JsonObject.builder()
            .put("response", "expires_in")
            .put("relative", dev.sluice.json.JsonBoolean.TRUE)
            .build();
    write(
        parameters.with("api", api.with("authentication", authentication.with("expires", expiry))));
    Sluice.run(request());

    assertEquals(0, refusals.get());
    assertTrue(logins.get() > 2);
    assertEquals(
        1,
        events.messages(Level.WARNING).stream()
            .filter(line -> line.contains("digits in a text"))
            .count());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noCredentialFollowsARedirectToAnotherHost(int status) throws IOException {
    try (ScriptedServer elsewhere = ScriptedServer.start()) {
      String address = elsewhere.origin().replace("127.0.0.1", "localhost") + "/token";
      server.at("/token", Answer.redirect(status, address));
      UserError error = assertThrows(UserError.class, () -> run(pages(1), "\"concurrency\": 1"));
      Problem problem = error.problems().getFirst();
      assertTrue(
          problem.message().startsWith("The token endpoint answered with a redirect to "),
          problem.message());
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anySecretArrivesAsItIs(RequestType type) throws IOException {
    List<String> secrets =
        List.of(
            "+",
            "%",
            "%41",
            "&a=b",
            "a b",
            "ü𝄞",
            "a:b",
            "\"quoted\"",
            "back\\slash",
            "line\nbreak",
            "tab\t",
            "=",
            "?#/",
            "'",
            "$x",
            "{\"attr\":\"x\"}",
            "0",
            "x".repeat(4_096),
            "-----BEGIN PRIVATE KEY-----\nMIIB+/=\nAAAA\n-----END PRIVATE KEY-----\n");
    for (String secret : secrets) {
      write(parameters(type, secret, pages(1), "\"concurrency\": 1"));
      Sluice.run(request());
      Received login =
          server.received().stream()
              .filter(request -> request.path().equals("/token"))
              .reduce((_, last) -> last)
              .orElseThrow();
      assertEquals(secret, secretOf(login));
    }
  }

  private static String secretOf(Received login) {
    Optional<String> header = login.header("Authorization");
    if (header.isPresent()) {
      byte[] pair = Base64.getDecoder().decode(header.get().substring("Basic ".length()));
      return new String(pair, StandardCharsets.UTF_8).split(":", 2)[1];
    }
    String start = "client_secret=";
    String text = login.text();
    String encoded = text.substring(text.indexOf(start) + start.length()).split("&", 2)[0];
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  private void lives(long seconds) {
    life = seconds;
    expiresIn = Long.toString(seconds);
  }

  private Answer answer(Received request) {
    if (request.path().equals("/token")) {
      int number = logins.incrementAndGet();
      expiries.put(number, now.get() + life);
      return dated(
          Answer.json(
              "{\"access_token\":\"token-%d\",\"expires_in\":%s}".formatted(number, expiresIn)),
          0);
    }
    String token = request.header("Authorization").orElse("").replace("Bearer token-", "");
    if (!token.matches("[0-9]+")) {
      return Answer.status(400);
    }
    int number = Integer.parseInt(token);
    boolean isExpired = expiries.getOrDefault(number, 0L) < now.get();
    int page = pages.incrementAndGet();
    Answer answer = onPage.answer(page, data(request, page));
    if (isExpired || number <= revokedUpTo) {
      refusals.incrementAndGet();
      return Answer.status(401);
    }
    return answer;
  }

  private static Answer data(Received request, int page) {
    if (request.path().equals("/customers")) {
      int count = Integer.parseInt(request.query().orElse("n=1").replace("n=", ""));
      return Answer.json(
          IntStream.range(0, count)
              .mapToObj(id -> "{\"id\":" + id + "}")
              .collect(Collectors.joining(",", "[", "]")));
    }
    return Answer.json("[{\"page\":" + page + "}]");
  }

  private Answer dated(Answer answer, int ahead) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochSecond(now.get() + ahead).atOffset(ZoneOffset.UTC));
    return answer instanceof Answer.Sound sound ? sound.header("Date", date) : answer;
  }

  /// As many jobs, one page each.
  private static JsonArray pages(int count) {
    List<JsonValue> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(JsonObject.builder().put("endpoint", "pages/" + i).put("dataType", "pages").build());
    }
    return new JsonArray(jobs);
  }

  private static JsonArray customers(int count) {
    return JsonArray.of(
        JsonObject.builder()
            .put("endpoint", "customers")
            .put("params", JsonObject.of("n", JsonNumber.of(count)))
            .put(
                "children",
                JsonArray.of(
                    JsonObject.builder()
                        .put("endpoint", "orders/{id}")
                        .put("dataType", "orders")
                        .put("placeholders", JsonObject.of("id", new JsonString("id")))
                        .build()))
            .build());
  }

  private void run(JsonArray jobs, String http) throws IOException {
    write(parameters(RequestType.BASIC_AUTH, "s3cret", jobs, http));
    Sluice.run(request());
  }

  private RunRequest request() {
    return new RunRequest(
        folder,
        Optional.empty(),
        () -> Instant.ofEpochSecond(now.get()),
        ProxySettings.NONE,
        events);
  }

  private JsonObject parameters(RequestType type, String secret, JsonArray jobs, String http) {
    JsonObject api =
        JsonObject.builder()
            .put("baseUrl", server.origin() + "/")
            .put(
                "http",
                JsonObject.of(
                    "concurrency", JsonNumber.of(Long.parseLong(http.replaceAll("[^0-9]", "")))))
            .build();
    JsonObject config = JsonObject.of("jobs", jobs);
    return ClientCredentials.of(type, "shop", secret, server.url("/token"), List.of())
        .writeTo(JsonObject.builder().put("api", api).put("config", config).build());
  }

  private void write(JsonObject parameters) throws IOException {
    Files.writeString(
        folder.resolve("config.json"), JsonWriter.compact(JsonObject.of("parameters", parameters)));
  }

  private long rows(String table) throws IOException {
    try (var lines = Files.lines(folder.resolve("out/tables/" + table))) {
      return lines.count() - 1;
    }
  }
}
