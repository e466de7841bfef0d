package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.Authentication;
import dev.sluice.config.Authentication.Login;
import dev.sluice.config.AuthenticationReader;
import dev.sluice.config.ConfigNode;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §5.5, README G-03. The clock stands at 2024-03-15 14:30:45 UTC, which is
/// second 1710513045.
final class TokenLifeTest {
  private static final long NOW = 1710513045;
  private static final Request ORDERS = request();

  private static Request request() {
    return new Request(
        "GET",
        Url.parse("https://api.example.com/orders").orElseThrow(),
        Headers.NONE,
        Optional.empty(),
        Request.Purpose.CONFIGURED);
  }

  private static Validity validity(String expires, String answer) throws JsonSyntaxError {
    return validity(
        """
        {"type": "login", "loginRequest": {"endpoint": "login"},
         "apiRequest": {"headers": {"X-Token": {"response": "token"}}}, "expires": %s}
        """
            .formatted(expires),
        answer,
        NOW);
  }

  private static Validity validity(String section, String answer, long sent)
      throws JsonSyntaxError {
    var problems = new Problems();
    ConfigNode api =
        ConfigNode.of(
            JsonObject.of("authentication", new JsonReader().read(section)),
            ConfigPath.of("parameters.api"),
            problems);
    ConfigNode config =
        ConfigNode.of(
            new JsonReader().read("{\"id\":\"app\",\"#secret\":\"s3cret\"}"),
            ConfigPath.of("parameters.config"),
            problems);
    Authentication login = AuthenticationReader.read(api, config, config.at("none"));
    problems.throwIfAny();
    return new TokenLife((Login) login)
        .of(
            ORDERS,
            (JsonObject) new JsonReader().read(answer),
            Instant.ofEpochSecond(sent),
            Instant.ofEpochSecond(NOW));
  }

  @ParameterizedTest(name = "§5.5 expires {0} with {1} ends in {2} seconds")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          3600                                  | {}                     | 3600
          "3600"                                | {}                     | 3600
          " 3600 "                              | {}                     | 3600
          "+5"                                  | {}                     | 5
          3600.0                                | {}                     | 3600
          "-1"                                  | {}                     | -1
          {"response":"e"}                      | {"e":1710513145}       | 100
          {"response":"e"}                      | {"e":1710513045}       | 0
          {"response":"e"}                      | {"e":1710513145.9}     | 100
          {"response":"e"}                      | {"e":"2024-03-15 14:32:25"} | 100
          {"response":"e"}                      | {"e":"+100 seconds"}   | 100
          {"response":"e"}                      | {"e":"1800"}           | 12555
          {"response":"e"}                      | {"e":"20300101"}       | 182942955
          {"response":"e"}                      | {"e":"1795455469"}     | 84942424
          {"response":"a.e"}                    | {"a":{"e":1710513145}} | 100
          {"response":"a.0"}                    | {"a":[1710513145]}     | 100
          {"response":"e","relative":true}      | {"e":3600}             | 3600
          {"response":"e","relative":1}         | {"e":3600}             | 3600
          {"response":"e","relative":"false"}   | {"e":3600}             | 3600
          {"response":"e","relative":true}      | {"e":"3600"}           | 3600
          {"response":"e","relative":true}      | {"e":"3600.7"}         | 3600
          {"response":"e","relative":true}      | {"e":3600.7}           | 3600
          {"response":"e","relative":true}      | {"e":0}                | 0
          {"response":"e","relative":true}      | {"e":"soon"}           | 0
          {"response":"e","relative":true}      | {"e":""}               | 0
          {"response":"e","relative":0}         | {"e":1710513145}       | 100
          {"response":"e","relative":"0"}       | {"e":1710513145}       | 100
          {"response":"e"}                      | {"e":1700000000000}    | 1698289486955
          """)
  void endsAtASecond(String expires, String answer, long seconds) throws JsonSyntaxError {
    assertEquals(new Validity.ThroughSecond(NOW + seconds), validity(expires, answer));
  }

  @ParameterizedTest(name = "§5.5 expires {0} with {1} says nothing")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          null                             | {}
          ""                               | {}
          false                            | {}
          true                             | {}
          {"response":"e"}                 | {}
          {"response":"e"}                 | {"e":null}
          {"response":"e","relative":true} | {"x":1}
          """)
  void servesWithoutLimit(String expires, String answer) throws JsonSyntaxError {
    assertEquals(new Validity.Unlimited(), validity(expires, answer));
  }

  @ParameterizedTest(name = "§5.5 expires {0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {"0", "\"0\"", "0.0", "\"-0\""})
  void servesOneRequestWhenItExpiresAtOnce(String expires) throws JsonSyntaxError {
    Validity validity = validity(expires, "{}");

    assertTrue(validity.serves(ORDERS, Instant.ofEpochSecond(NOW + 100)));
    assertFalse(validity.serves(request(), Instant.ofEpochSecond(NOW)));
  }

  @ParameterizedTest(name = "§5.5 {1} with {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"response":"e"}                 | {"e":3600}                  | 3600
          {"response":"e"}                 | {"e":"2024-03-15 14:30:44"} | 2024-03-15 14:30:44
          {"response":"e"}                 | {"e":"soon"}                | soon
          {"response":"e"}                 | {"e":""}                    | ``
          {"response":"e"}                 | {"e":"300"}                 | 300
          {"response":"e","relative":true} | {"e":-1}                    | -1
          """)
  void refusesAMomentInThePast(String expires, String answer, String shown) {
    UserError error = assertThrows(UserError.class, () -> validity(expires, answer));

    assertEquals(
        "Login authentication returned expiry time before current time: '" + shown + "'",
        error.problems().getFirst().message());
  }

  @ParameterizedTest(name = "§5.5 a value {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"true", "[1]", "{\"a\":1}", "false"})
  void refusesAValueThatIsNoTime(String value) {
    UserError error =
        assertThrows(
            UserError.class, () -> validity("{\"response\":\"e\"}", "{\"e\":" + value + "}"));

    assertEquals(
        "parameters.api.authentication.expires",
        error.problems().getFirst().path().orElseThrow().text());
  }

  @Test
  void servesThroughItsLastSecond() {
    var validity = new Validity.ThroughSecond(NOW + 10);

    assertTrue(validity.serves(ORDERS, Instant.ofEpochSecond(NOW + 10, 999_999_999)));
    assertFalse(validity.serves(ORDERS, Instant.ofEpochSecond(NOW + 11)));
  }

  private static final String BEARER =
      """
      {"type": "login", "loginRequest": {"endpoint": "login"},
       "apiRequest": {"headers": {"Authorization":
         {"function": "concat", "args": ["Bearer ", {"response": "access_token"}]}}}%s}
      """;

  @ParameterizedTest(name = "G-03 expires_in {0}: renewed after {1}, expires after {2} seconds")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          3600     | 3570 | 3600
          "3600"   | 3570 | 3600
          100      | 90   | 100
          300      | 270  | 300
          1e3      | 970  | 1000
          """)
  void renewsAheadMeasuredFromBeforeTheRequest(String expiresIn, long renewal, long expiry)
      throws JsonSyntaxError {
    assertEquals(
        new Validity.Renewed(
            Instant.ofEpochSecond(NOW - 7 + renewal), Instant.ofEpochSecond(NOW - 7 + expiry)),
        validity(
            BEARER.formatted(""),
            "{\"access_token\":\"t\",\"expires_in\":" + expiresIn + "}",
            NOW - 7));
  }

  @Test
  void doesNotRenewAheadWhenAnotherTokenIsUsed() throws JsonSyntaxError {
    assertEquals(new Validity.Unlimited(), validity("null", "{\"expires_in\":60}"));
  }

  @Test
  void keepsAnExplicitRelativeExpiryOfAPlainLoginExact() throws JsonSyntaxError {
    assertEquals(
        new Validity.ThroughSecond(NOW + 3600),
        validity(
            BEARER.formatted(", \"expires\": {\"response\": \"expires_in\", \"relative\": true}"),
            "{\"access_token\":\"t\",\"expires_in\":3600}",
            NOW - 7));
  }

  @Test
  void renewsClientCredentialsWithARelativeExpiryAhead() throws JsonSyntaxError {
    String section =
        """
        {"type": "login",
         "loginRequest": {"endpoint": "https://id.example.com/token", "method": "FORM",
           "params": {"grant_type": "client_credentials",
                      "client_id": {"attr": "id"}, "client_secret": {"attr": "#secret"}}},
         "apiRequest": {"headers": {"Authorization":
           {"function": "concat", "args": ["Bearer ", {"response": "access_token"}]}}},
         "expires": {"response": "ttl", "relative": true}}
        """;

    assertEquals(
        new Validity.Renewed(Instant.ofEpochSecond(NOW + 3563), Instant.ofEpochSecond(NOW + 3593)),
        validity(section, "{\"access_token\":\"t\",\"ttl\":3600}", NOW - 7));
  }
}
