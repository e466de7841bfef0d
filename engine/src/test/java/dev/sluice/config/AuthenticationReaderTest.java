package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.Authentication.OAuth10;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spec: authentication §1, §3-§8, §12.
final class AuthenticationReaderTest {
  private static final String EXPIRES =
      "The 'expires' attribute must be either an integer or an array with 'response' key containing a path in the response";

  private record Reading(Authentication authentication, Problems problems) {
    List<String> errors() {
      return problems.errors().stream().map(Problem::message).toList();
    }

    List<String> places() {
      return problems.errors().stream()
          .map(problem -> problem.path().orElse(ConfigPath.ROOT).text())
          .toList();
    }

    List<String> warnings() {
      return problems.warnings().stream().map(Problem::message).toList();
    }
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  private static Reading read(String api, String config, String credentials) {
    var problems = new Problems();
    JsonObject authorization =
        JsonObject.of("oauth_api", JsonObject.of("credentials", json(credentials)));
    Authentication authentication =
        AuthenticationReader.read(
            ConfigNode.of(json(api), ConfigPath.of("parameters.api"), problems),
            ConfigNode.of(json(config), ConfigPath.of("parameters.config"), problems),
            ConfigNode.of(authorization, ConfigPath.of("authorization"), problems));
    return new Reading(authentication, problems);
  }

  private static Reading section(String authentication) {
    return read(
        "{\"authentication\":" + authentication + "}",
        "{\"id\":\"app\",\"#secret\":\"s3cret\",\"a\":{\"b\":1,\"c\":null}}",
        "null");
  }

  private static Reading login(String keys) {
    return section("{\"type\":\"login\"," + keys + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"basic\"",
        "{}",
        "{\"type\":null}",
        "{\"type\":\"\"}",
        "{\"type\":\"none\"}"
      })
  void readsNone(String authentication) {
    Reading reading = section(authentication);

    assertEquals(new Authentication.None(), reading.authentication());
    assertEquals(List.of(), reading.errors());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"Basic\", Basic", "\"oauth\", oauth", "5, 5"})
  void refusesAnUnknownType(String type, String shown) {
    Reading reading = section("{\"type\":" + type + "}");

    assertEquals(List.of("Unknown authorization type '" + shown + "'."), reading.errors());
    assertEquals(List.of("parameters.api.authentication.type"), reading.places());
  }

  @ParameterizedTest(name = "§3 {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"username":"ann","#password":"pw"}                             | ann | pw
          {"#username":"ann","password":"pw"}                             | ann | pw
          {"username":"a","#username":"b","password":"c","#password":"d"} | a   | c
          {"username":"","#username":"b","password":"0","#password":"d"}  | b   | d
          {"username":"ann","#password":""}                               | ann | ``
          {"username":5,"#password":6}                                    | 5   | 6
          """)
  void readsBasicCredentials(String config, String user, String password) {
    Reading reading = read("{\"authentication\":{\"type\":\"basic\"}}", config, "null");

    assertEquals(new Authentication.Basic(user, password), reading.authentication());
    assertEquals(List.of(), reading.errors());
    assertEquals("Basic", reading.authentication().toString());
  }

  @Test
  void reportsMissingBasicCredentialsTogether() {
    Reading reading =
        read(
            "{\"authentication\":{\"type\":\"basic\"}}",
            "{\"username\":\"0\",\"#password\":\"0\"}",
            "null");

    assertEquals(
        List.of(
            "Missing the required '#username' (or 'username') attribute in config.",
            "Missing the required '#password' attribute in config."),
        reading.errors());
  }

  @Test
  void refusesAFunctionAsAPasswordAndWarnsOfAColon() {
    Reading reading =
        read(
            "{\"authentication\":{\"type\":\"basic\"}}",
            "{\"username\":\"a:b\",\"#password\":{\"attr\":\"x\"}}",
            "null");

    assertEquals(List.of("The '#password' must be a text"), reading.errors());
    assertEquals(1, reading.warnings().size());
  }

  @Test
  void readsQueryParametersFromTheirOldPlaceToo() {
    Reading old =
        read("{\"query\":{\"a\":\"b\"},\"authentication\":{\"type\":\"url.query\"}}", "{}", "null");

    assertEquals(
        JsonObject.of("a", new JsonString("b")),
        ((Authentication.Query) old.authentication()).query().source());
    assertEquals(
        List.of(
            "Method 'url.query' auth is deprecated, use 'query'.",
            "Using 'api.query' is deprecated, use 'api.authentication.query"),
        old.warnings());
  }

  @Test
  void wantsQueryParameters() {
    Reading reading = section("{\"type\":\"query\",\"query\":{}}");

    assertEquals(
        List.of(
            "The query authentication method requires 'query' configuration in 'authentication' section."),
        reading.errors());
  }

  @Test
  void reportsUnknownFunctionsWithTheirPlace() {
    Reading reading =
        section("{\"type\":\"query\",\"query\":{\"a\":{\"function\":\"nope\",\"args\":[]}}}");

    assertEquals(List.of("User script error: Illegal function 'nope'!"), reading.errors());
    assertEquals(List.of("parameters.api.authentication.query.a"), reading.places());
  }

  @ParameterizedTest(name = "functions §8 attr {0}")
  @ValueSource(strings = {"nope", "secret", "a.c", "a.d", "#Secret"})
  void reportsAttributesThatAreNotThere(String name) {
    Reading reading =
        login(
            """
            "query": {"ignored": {"attr": "ignored"}},
            "loginRequest": {"endpoint": "x", "headers": {"X": "1", "Y":
              {"function": "md5", "args": [{"attr": "%s"}]}}},
            "apiRequest": {"query": {"id": {"attr": "id"}, "b": {"attr": "a.b"}}}
            """
                .formatted(name));

    assertEquals(
        List.of(
            "User script error: Error evaluating user function - attr '" + name + "' not found!"),
        reading.errors());
    assertEquals(List.of("parameters.api.authentication.loginRequest.headers.Y"), reading.places());
  }

  @Test
  void reportsAllProblemsOfALoginInTheirOrder() {
    Reading reading =
        login(
            """
            "format": "xml",
            "loginRequest": {"endpoint": "", "method": "PUT", "params": "x",
                             "headers": {"A": {"b": 1}}},
            "apiRequest": {"headers": {"B": {}, "C": {"x": 1, "y": 2}}},
            "expires": "soon"
            """);

    assertEquals(
        List.of(
            "'format' must be either 'json' or 'text'.",
            "Request endpoint must be set for the Login authentication method.",
            EXPIRES,
            "The \"method\" property must be on of \"GET\", \"POST\", \"FORM\".",
            "Expected 'object' type, given 'string' type, value '\"x\"'.",
            "Invalid configuration: invalid type \"object\" in headers at path: A",
            "Invalid configuration: invalid type \"object\" in headers at path: C"),
        reading.errors());
    assertEquals(
        List.of(
            "parameters.api.authentication.format",
            "parameters.api.authentication.loginRequest.endpoint",
            "parameters.api.authentication.expires",
            "parameters.api.authentication.loginRequest.method",
            "parameters.api.authentication.loginRequest.params",
            "parameters.api.authentication.loginRequest.headers.A",
            "parameters.api.authentication.apiRequest.headers.C"),
        reading.places());
  }

  @Test
  void wantsALoginRequest() {
    assertEquals(
        List.of("'loginRequest' is not configured for Login authentication"),
        login("\"loginRequest\":{}").errors());
    assertEquals(
        List.of("The \"endpoint\" property must be specified in request as a string."),
        login("\"loginRequest\":{\"endpoint\":{\"attr\":\"url\"}}").errors());
  }

  @Test
  void takesTheLoginsDefaults() {
    var login =
        (Authentication.Login) login("\"loginRequest\":{\"endpoint\":\"x\"}").authentication();

    assertEquals("GET", login.request().method());
    assertEquals(Authentication.ResponseFormat.JSON, login.format());
    assertEquals(new Expires.Unstated(), login.expires());
    assertTrue(login.clientCredentials().isEmpty());
  }

  @ParameterizedTest(name = "§5.5 {0}")
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "1.5",
        "\"1.5\"",
        "\"abc\"",
        "\"007\"",
        "\"1e3\"",
        "\"0x1A\"",
        "{\"relative\":true}",
        "{\"response\":\"\"}",
        "{\"response\":{\"a\":1}}",
        "[\"x\"]"
      })
  void refusesAnExpiryThatIsNone(String expires) {
    assertEquals(
        List.of(EXPIRES),
        login("\"loginRequest\":{\"endpoint\":\"x\"},\"expires\":" + expires).errors());
  }

  @Test
  void warnsOfAnUnencryptedTokenUrlAndRefusesAParameterSentTwice() {
    String credentials =
        """
        "loginRequest": {"endpoint": "http://id.example.com/token?grant_type=x&client_secret=y#f", "method": "FORM",
          "params": {"grant_type": "client_credentials",
                     "client_id": {"attr": "id"}, "client_secret": {"attr": "#secret"}}},
        "apiRequest": {"headers": {"Authorization":
          {"function": "concat", "args": ["Bearer ", {"response": "access_token"}]}}}
        """;
    Reading reading = login(credentials);

    assertTrue(((Authentication.Login) reading.authentication()).clientCredentials().isPresent());
    assertEquals(
        List.of(
            "The token URL must not have a fragment",
            "The token URL's query has \"grant_type\", which the request sends itself",
            "The token URL's query has \"client_secret\", which the request sends itself"),
        reading.errors());
    assertEquals(List.of("The secret would travel unencrypted"), reading.warnings());
    assertEquals(List.of(), login(credentials.replace("client_credentials", "password")).errors());
  }

  private static final String COMPLETE =
      "{\"#data\":\"{\\\"oauth_token\\\":\\\"tk\\\",\\\"oauth_token_secret\\\":\\\"\\\"}\",\"appKey\":1234,\"#appSecret\":\"\"}";

  @Test
  void readsOauth10() {
    Reading reading = read("{\"authentication\":{\"type\":\"oauth10\"}}", "{}", COMPLETE);

    assertEquals(
        new OAuth10(new OAuth10.Pair("1234", ""), new OAuth10.Pair("tk", "")),
        reading.authentication());
    assertFalse(reading.authentication().toString().contains("tk"));
  }

  @ParameterizedTest(name = "§6 {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          null                                               | OAuth API credentials not supplied in configuration.
          {"appKey":"a","#appSecret":"b"}                    | Missing '#data' for OAuth 1.0 authorization.
          {"#data":"{}","#appSecret":"b"}                    | Missing 'appKey' for OAuth 1.0 authorization.
          {"#data":"{}","appKey":"a"}                        | Missing '#appSecret' for OAuth 1.0 authorization.
          {"#data":"x","appKey":"a","#appSecret":"b"}        | The OAuth #data is not a valid JSON.
          {"#data":"\\"x\\"","appKey":"a","#appSecret":"b"}  | Key 'oauth_api.credentials'.#data must be object, given 'string'.
          {"#data":"[]","appKey":"a","#appSecret":"b"}       | Key 'oauth_api.credentials'.#data must be object, given 'array'.
          {"#data":"5","appKey":"a","#appSecret":"b"}        | Key 'oauth_api.credentials'.#data must be object, given 'integer'.
          {"#data":"null","appKey":"a","#appSecret":"b"}     | Key 'oauth_api.credentials'.#data must be object, given 'NULL'.
          {"#data":{"oauth_token":"t"},"appKey":"a","#appSecret":"b"} | Missing 'oauth_api.credentials.#data.oauth_token_secret' for OAuth 1.0 authorization.
          {"#data":"{\\"oauth_token\\":null,\\"oauth_token_secret\\":\\"\\"}","appKey":"a","#appSecret":"b"} | Missing 'oauth_api.credentials.#data.oauth_token' for OAuth 1.0 authorization.
          """)
  void refusesOauth10(String credentials, String message) {
    Reading reading = read("{\"authentication\":{\"type\":\"oauth10\"}}", "{}", credentials);

    assertEquals(List.of(message), reading.errors());
  }

  @Test
  void reportsAllMissingParts() {
    Reading reading = read("{\"authentication\":{\"type\":\"oauth20.login\"}}", "{}", "{\"x\":1}");

    assertEquals(
        List.of(
            "'loginRequest' is not configured for Login authentication",
            "Missing '#data' for OAuth 2.0 authorization",
            "Missing 'appKey' for OAuth 2.0 authorization",
            "Missing '#appSecret' for OAuth 2.0 authorization"),
        reading.errors());
  }

  @ParameterizedTest(name = "§7 {0} {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          json | null                                        | OAuth API credentials not supplied in configuration.
          json | {"#data":"{}","#appSecret":"b"}             | Missing 'appKey' for OAuth 2.0 authorization.
          xml  | {"#data":"x","appKey":"a","#appSecret":"b"} | Unknown OAuth data format 'xml'.
          JSON | {"#data":"x","appKey":"a","#appSecret":"b"} | Unknown OAuth data format 'JSON'.
          json | {"#data":"x","appKey":"a","#appSecret":"b"} | The OAuth data is not a valid JSON
          """)
  void refusesOauth20(String format, String credentials, String message) {
    String section =
        "{\"authentication\":{\"type\":\"oauth20\",\"format\":\""
            + format
            + "\",\"query\":{\"a\":\"b\"}}}";

    assertEquals(List.of(message), read(section, "{}", credentials).errors());
  }

  @Test
  void warnsWhenOauth20AddsNothing() {
    Reading reading =
        read(
            "{\"authentication\":{\"type\":\"oauth20\"}}",
            "{}",
            "{\"#data\":\"text\",\"appKey\":\"a\",\"#appSecret\":\"\"}");

    assertEquals(1, reading.warnings().size());
    assertEquals(
        new JsonString("text"),
        ((Authentication.OAuth20) reading.authentication()).credentials().data());
  }

  @ParameterizedTest(name = "§8 {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          null                                             | OAuth API credentials not supplied in config
          {"#data":"x","appKey":"a","#appSecret":"b"}      | The OAuth data is not a valid JSON
          {"#data":"5","appKey":"a","#appSecret":"b"}      | The OAuth data is not a valid JSON
          """)
  void refusesOauth20Login(String credentials, String message) {
    String section =
        "{\"authentication\":{\"type\":\"oauth20.login\",\"loginRequest\":{\"endpoint\":\"x\"}}}";

    assertEquals(List.of(message), read(section, "{}", credentials).errors());
  }
}
