package dev.sluice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The choices of the form and their JSON (spec: authentication §9.1, §9.2, §9.4).
final class AuthenticationFormTest {
  private static JsonObject json(String text) {
    try {
      return (JsonObject) new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of(new NoAuthentication(), "{}"),
        Arguments.of(
            BasicCredentials.of("ann", "pw"),
            """
            {"api": {"authentication": {"type": "basic"}},
             "config": {"__AUTH_METHOD": "basic", "username": "ann", "#password": "pw"}}
            """),
        Arguments.of(
            BearerToken.of("t0k"),
            """
            {"api": {"http": {"headers": {"Authorization":
               {"function": "concat", "args": ["Bearer ", {"attr": "#__BEARER_TOKEN"}]}}}},
             "config": {"__AUTH_METHOD": "bearer", "#__BEARER_TOKEN": "t0k"}}
            """),
        Arguments.of(
            new ApiKey("X-Key", Optional.of("t0k"), ApiKey.Target.HEADER),
            """
            {"api": {"http": {"headers": {"X-Key": {"attr": "#__AUTH_TOKEN"}}}},
             "config": {"__AUTH_METHOD": "api-key", "#__AUTH_TOKEN": "t0k"}}
            """),
        Arguments.of(
            new ApiKey("key", Optional.of("t0k"), ApiKey.Target.PARAMETER),
            """
            {"api": {"http": {"defaultOptions": {"params": {"key": {"attr": "#__AUTH_TOKEN"}}}}},
             "config": {"__AUTH_METHOD": "api-key", "#__AUTH_TOKEN": "t0k"}}
            """),
        Arguments.of(
            new QueryParameters(json("{\"key\":{\"attr\":\"#key\"}}")),
            """
            {"api": {"authentication": {"type": "query", "query": {"key": {"attr": "#key"}}}},
             "config": {"__AUTH_METHOD": "query"}}
            """),
        Arguments.of(
            new CustomAuthentication(json("{\"type\":\"oauth10\"}")),
            """
            {"api": {"authentication": {"type": "oauth10"}}, "config": {"__AUTH_METHOD": "custom"}}
            """));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void writesItsTemplate(AuthenticationForm form, String template) {
    assertEquals(json(template).toString(), form.writeTo(JsonObject.EMPTY).toString());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void recognisesItsTemplate(AuthenticationForm form, String template) {
    assertEquals(form, AuthenticationForm.recognise(json(template)));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void leavesNothingBehind(AuthenticationForm form, String template) {
    JsonObject before =
        json(
            """
            {"api": {"baseUrl": "https://api.example.com/", "http": {"headers": {"A": "1"}}},
             "config": {"jobs": [], "debug": true}}
            """);

    assertEquals(before, new NoAuthentication().writeTo(form.writeTo(before)), template);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void givesWayToAnother(AuthenticationForm form, String template) {
    var other =
        ClientCredentials.of(
            RequestType.POST_FORM, "id", "secret", "https://id.example.com/token", List.of());

    assertEquals(
        other.writeTo(JsonObject.EMPTY).find("config"),
        other.writeTo(json(template)).find("config"));
    assertEquals(other, AuthenticationForm.recognise(other.writeTo(json(template))));
  }

  @Test
  void keepsBasicCredentialsWhereTheyAre() {
    JsonObject before =
        json(
            """
            {"api": {"authentication": {"type": "basic", "note": 1}},
             "config": {"#username": "ann", "password": "pw"}}
            """);
    var form = (BasicCredentials) AuthenticationForm.recognise(before);

    assertEquals("#username", form.user().key());
    assertEquals("password", form.password().key());
    assertEquals(before, form.writeTo(before));
    JsonObject after =
        new BasicCredentials(form.user(), new BasicCredentials.Field("password", "new"))
            .writeTo(before);
    assertEquals(
        json(
            """
            {"api": {"authentication": {"type": "basic", "note": 1}},
             "config": {"#username": "ann", "password": "new", "__AUTH_METHOD": "basic"}}
            """),
        after);
  }

  @Test
  void takesTheLastOfSeveralApiKeysAndPrefersHeaders() {
    JsonObject parameters =
        json(
            """
            {"api": {"http": {
               "headers": {"A": {"attr": "#__AUTH_TOKEN"}, "B": {"attr": "#__AUTH_TOKEN"}},
               "defaultOptions": {"params": {"c": {"attr": "#__AUTH_TOKEN"}}}}}, "config": {}}
            """);

    assertEquals(
        new ApiKey("B", Optional.empty(), ApiKey.Target.HEADER),
        AuthenticationForm.recognise(parameters));
  }

  @Test
  void trustsTheShapeMoreThanTheNote() {
    JsonObject parameters =
        json(
            """
            {"api": {"authentication": {"type": "query", "query": {"a": "b"}}},
             "config": {"__AUTH_METHOD": "basic"}}
            """);

    assertEquals(
        new QueryParameters(json("{\"a\":\"b\"}")), AuthenticationForm.recognise(parameters));
  }

  @Test
  void readsTheOldPlaceOfQueryParameters() {
    JsonObject parameters =
        json(
            """
            {"api": {"query": {"a": "b"}, "authentication": {"type": "url.query"}}, "config": {}}
            """);
    AuthenticationForm form = AuthenticationForm.recognise(parameters);

    assertEquals(new QueryParameters(json("{\"a\":\"b\"}")), form);
    assertEquals(parameters, form.writeTo(parameters));
    assertEquals(
        json(
            """
            {"api": {"authentication": {"type": "url.query", "query": {"c": "d"}}},
             "config": {"__AUTH_METHOD": "query"}}
            """),
        new QueryParameters(json("{\"c\":\"d\"}")).writeTo(parameters));
  }

  @Test
  void leavesAnAuthorizationHeaderOfTheUserAlone() {
    JsonObject parameters =
        json("{\"api\":{\"http\":{\"headers\":{\"Authorization\":\"Token x\"}}},\"config\":{}}");

    assertEquals(new NoAuthentication(), AuthenticationForm.recognise(parameters));
    assertEquals(parameters, new NoAuthentication().writeTo(parameters));
  }

  @Test
  void showsACustomLoginAsItIs() {
    JsonObject section = json("{\"type\":\"login\",\"loginRequest\":{\"endpoint\":\"x\"}}");

    assertEquals(
        new CustomAuthentication(section),
        AuthenticationForm.recognise(
            JsonObject.of("api", JsonObject.of("authentication", section))));
  }
}
