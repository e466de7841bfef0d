package dev.sluice.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.form.ClientCredentials.Extras;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spec: authentication §9.3.1-§9.3.4.
final class ClientCredentialsTest {
  private static final String BASIC_AUTH =
      """
      { "api": { "authentication": {
          "type": "login",
          "format": "json",
          "loginRequest": {
            "endpoint": "https://id.example.com/oauth/token",
            "method": "FORM",
            "headers": {
              "Accept": "application/json",
              "Authorization": { "function": "concat", "args": [ "Basic ",
                { "function": "base64_encode", "args": [
                  { "function": "concat", "args": [ { "attr": "__CLIENT_ID" }, ":", { "attr": "#__CLIENT_SECRET" } ] } ] } ] } },
            "params": { "grant_type": "client_credentials", "scope": "read write" } },
          "apiRequest": { "headers": {
            "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } } } },
        "config": { "__AUTH_METHOD": "oauth2", "__CLIENT_ID": "app-7", "#__CLIENT_SECRET": "s3cret" } }
      """;

  private static final String POST_FORM =
      """
      { "api": { "authentication": {
          "type": "login",
          "format": "json",
          "loginRequest": {
            "endpoint": "https://id.example.com/oauth/token",
            "method": "FORM",
            "headers": { "Accept": "application/json" },
            "params": { "grant_type": "client_credentials", "scope": "read write",
                        "client_id": { "attr": "__CLIENT_ID" }, "client_secret": { "attr": "#__CLIENT_SECRET" } } },
          "apiRequest": { "headers": {
            "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } } } },
        "config": { "__AUTH_METHOD": "oauth2", "__CLIENT_ID": "app-7", "#__CLIENT_SECRET": "s3cret" } }
      """;

  private static JsonObject json(String text) {
    try {
      return (JsonObject) new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  private static String text(RequestType type) {
    return switch (type) {
      case BASIC_AUTH -> BASIC_AUTH;
      case POST_FORM -> POST_FORM;
    };
  }

  private static ClientCredentials form(RequestType type) {
    return ClientCredentials.of(
        type, "app-7", "s3cret", "https://id.example.com/oauth/token", List.of("read", "write"));
  }

  private static ClientCredentials recognised(String text) {
    return ClientCredentials.recognise(json(text)).orElseThrow(() -> new AssertionError(text));
  }

  @Nested
  class Writing {
    @ParameterizedTest
    @EnumSource
    void givesTheJsonOfTheSpecByteForByte(RequestType type) {
      assertEquals(json(text(type)).toString(), form(type).writeTo(JsonObject.EMPTY).toString());
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheScopeOutWhenThereIsNone(RequestType type) {
      JsonObject written = form(type).withScopes(List.of()).writeTo(JsonObject.EMPTY);

      assertEquals(json(text(type).replace(", \"scope\": \"read write\"", "")), written);
    }

    @Test
    void encodesIdAndSecretWhenAsked() {
      JsonObject written = form(RequestType.BASIC_AUTH).withEncoded(true).writeTo(JsonObject.EMPTY);

      assertEquals(json(encoded(BASIC_AUTH)), written);
    }

    @Test
    void neverEncodesInTheForm() {
      assertEquals(form(RequestType.POST_FORM), form(RequestType.POST_FORM).withEncoded(true));
    }

    @Test
    void leavesTheRestOfTheConfigurationAsItIs() {
      JsonObject before =
          json(
              """
              {"aws": {}, "api": {"baseUrl": "https://api.example.com/", "http": {"headers": {"A": 1.50}}},
               "config": {"debug": true, "jobs": [{"endpoint": "orders"}]}}
              """);
      JsonObject after = form(RequestType.POST_FORM).writeTo(before);

      assertEquals(
          before,
          new NoAuthentication().writeTo(after).with("config", JsonEdit.object(before, "config")));
      assertEquals(List.of("aws", "api", "config"), after.shape().names());
      assertEquals(
          List.of("debug", "jobs", "__AUTH_METHOD", "__CLIENT_ID", "#__CLIENT_SECRET"),
          JsonEdit.object(after, "config").shape().names());
    }
  }

  private static String encoded(String text) {
    return text.replace(
            "{ \"attr\": \"__CLIENT_ID\" }, \":\"",
            "{ \"function\": \"urlencode\", \"args\": [ { \"attr\": \"__CLIENT_ID\" } ] }, \":\"")
        .replace(
            ":\", { \"attr\": \"#__CLIENT_SECRET\" }",
            ":\", { \"function\": \"urlencode\", \"args\": [ { \"attr\": \"#__CLIENT_SECRET\" } ] }");
  }

  @Nested
  class Reading {
    @ParameterizedTest
    @EnumSource
    void findsTheFields(RequestType type) {
      assertEquals(form(type), recognised(text(type)));
    }

    @Test
    void findsTheEncodedVariant() {
      assertEquals(form(RequestType.BASIC_AUTH).withEncoded(true), recognised(encoded(BASIC_AUTH)));
    }

    @Test
    void takesAnyAttributeName() {
      ClientCredentials form = recognised(BASIC_AUTH.replace("__CLIENT_ID", "#__CLIENT_ID"));

      assertEquals("app-7", form.clientId());
      assertEquals(new Source.Attribute("#__CLIENT_ID"), form.client().id().source());
    }

    @Test
    void followsADottedAttribute() {
      String text =
          POST_FORM
              .replace("{ \"attr\": \"__CLIENT_ID\" }", "{ \"attr\": \"oauth.id\" }")
              .replace("\"__CLIENT_ID\": \"app-7\"", "\"oauth\": {\"id\": \"app-8\"}");

      assertEquals("app-8", recognised(text).clientId());
      assertEquals(
          json(text.replace("app-8", "app-9")),
          recognised(text).withClientId("app-9").writeTo(json(text)));
    }

    @Test
    void showsAMissingAttributeAsAnEmptyField() {
      ClientCredentials form =
          recognised(POST_FORM.replace(", \"#__CLIENT_SECRET\": \"s3cret\" }", " }"));

      assertEquals("", form.clientSecret());
      assertEquals(Optional.empty(), form.client().secret().text());
    }

    @Test
    void takesCredentialsThatStandWhereTheyAreUsed() {
      String text =
          POST_FORM
              .replace("{ \"attr\": \"__CLIENT_ID\" }", "\"id-1\"")
              .replace("{ \"attr\": \"#__CLIENT_SECRET\" }", "\"s-1\"");
      ClientCredentials form = recognised(text);

      assertEquals("id-1", form.clientId());
      assertEquals("s-1", form.clientSecret());
      JsonObject moved = form.withAttributes().writeTo(json(text));
      assertEquals(json(POST_FORM.replace("app-7", "id-1").replace("s3cret", "s-1")), moved);
      assertFalse(form.toString().contains("s-1"));
    }

    @ParameterizedTest(name = "§9.3.4 {0} -> {1}")
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        textBlock =
            """
            "scope": "read write" | "scope": "  read   write "
            "scope": "read write" | "scope": "read  write"
            """)
    void splitsScopesAtSpaces(String scope, String other) {
      assertEquals(List.of("read", "write"), recognised(BASIC_AUTH.replace(scope, other)).scopes());
    }

    @Test
    void leavesACommaInItsScope() {
      assertEquals(
          List.of("read,write"),
          recognised(BASIC_AUTH.replace("read write", "read,write")).scopes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void takesNoScopeForNone(String scope) {
      assertEquals(List.of(), recognised(BASIC_AUTH.replace("\"read write\"", scope)).scopes());
    }

    @ParameterizedTest(name = "§9.3.4 still recognised with {1}")
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        textBlock =
            """
            "format": "json",            | ``
            "format": "json",            | "format": "",
            "method": "FORM"             | "method": "form"
            "Authorization": { "function": "concat", "args": [ "Basic " | "authorization": { "function": "concat", "args": [ "Basic "
            "Authorization": { "function": "concat", "args": [ "Bearer " | "AUTHORIZATION": { "function": "concat", "args": [ "Bearer "
            { "function": "base64_encode", "args" | { "args": [], "__NOTE": 1, "function": "base64_encode", "args"
            "apiRequest": {              | "apiRequest": { "query": {},
            "apiRequest": {              | "apiRequest": { "query": [],
            "type": "login"              | "type": "login", "expires": 3600
            "type": "login"              | "type": "login", "__NOTE": "x", "other": [1]
            "grant_type"                 | "audience": "https://api.example.com", "grant_type"
            "Accept": "application/json" | "Accept": "text/json", "X-Tenant": "t"
            "__AUTH_METHOD": "oauth2",   | ``
            "__AUTH_METHOD": "oauth2"    | "__AUTH_METHOD": "bearer"
            """)
    void allowsVariants(String part, String variant) {
      String text = BASIC_AUTH.replace(part, variant);
      assertFalse(text.equals(BASIC_AUTH));

      assertSame(RequestType.BASIC_AUTH, recognised(text).requestType());
    }

    @ParameterizedTest(name = "§9.3.4 not recognised with {1}")
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        textBlock =
            """
            "type": "login"              | "type": "oauth20.login"
            "format": "json"             | "format": "text"
            "method": "FORM"             | "method": "POST"
            "method": "FORM",            | ``
            "client_credentials"         | "password"
            "endpoint": "https://id.example.com/oauth/token" | "endpoint": {"attr": "url"}
            "scope": "read write"        | "scope": {"attr": "scopes"}
            "scope": "read write"        | "scope": ["read"]
            "scope": "read write"        | "client_id": "x"
            "Basic "                     | "basic "
            "Bearer "                    | "Token "
            "Bearer "                    | "Bearer"
            "access_token"               | "id_token"
            "function": "base64_encode"  | "function": "urlencode"
            { "attr": "__CLIENT_ID" }, ":" | { "attr": "__CLIENT_ID" }, "::"
            { "attr": "__CLIENT_ID" }, ":" | { "function": "urlencode", "args": [ { "attr": "__CLIENT_ID" } ] }, ":"
            { "attr": "__CLIENT_ID" }, ":" | { "function": "md5", "args": [ { "attr": "__CLIENT_ID" } ] }, ":"
            "apiRequest": {              | "apiRequest": { "query": {"a": 1},
            "apiRequest": { "headers": { | "apiRequest": { "headers": { "X": "1",
            "Accept": "application/json" | "authorization": "Basic abc"
            { "function": "base64_encode", "args" | { "more": 1, "function": "base64_encode", "args"
            """)
    void rejectsEverythingElse(String part, String variant) {
      String text = BASIC_AUTH.replace(part, variant);
      assertFalse(text.equals(BASIC_AUTH));

      assertEquals(Optional.empty(), ClientCredentials.recognise(json(text)));
      assertTrue(AuthenticationForm.recognise(json(text)) instanceof CustomAuthentication);
    }

    @Test
    void rejectsAHeaderBesideCredentialsInTheForm() {
      String text =
          POST_FORM.replace("\"Accept\": \"application/json\"", "\"authorization\": \"Basic abc\"");

      assertEquals(Optional.empty(), ClientCredentials.recognise(json(text)));
    }
  }

  @Nested
  class RoundTrip {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"type\": \"login\",|\"type\": \"login\", \"expires\": {\"response\": \"expires_in\", \"relative\": true},",
          "\"method\": \"FORM\"|\"method\": \"form\"",
          "read write|read   write",
          "\"Accept\": \"application/json\"|\"accept\": \"text/json\", \"X\": \"1\"",
          "\"grant_type\"|\"resource\": \"r\", \"grant_type\"",
          "__CLIENT_ID|#__CLIENT_ID",
          "\"app-7\"|7",
          "\"__AUTH_METHOD\": \"oauth2\",|",
        })
    void changesNothingWithoutAnEdit(String replacement) {
      String[] parts = replacement.split("\\|", 2);
      for (RequestType type : RequestType.values()) {
        JsonObject before = json(text(type).replace(parts[0], parts[1]));

        assertEquals(before, recognised(before.toString()).writeTo(before));
      }
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrites(RequestType type) {
      var extras =
          new Extras(
              json("{\"audience\":\"a\",\"resource\":{\"attr\":\"r\"}}"),
              json("{\"Accept\":\"text/json\",\"X\":\"1\"}"),
              json("{\"expires\":60}"));
      for (ClientCredentials form :
          List.of(
              form(type),
              form(type).withEncoded(true),
              form(type).withScopes(List.of()),
              form(type).withClientSecret(""),
              form(type).withExtras(extras))) {
        assertEquals(
            Optional.of(form), ClientCredentials.recognise(form.writeTo(JsonObject.EMPTY)));
      }
    }

    @Test
    void switchingTheTypeMovesOnlyTheCredentials() {
      UnaryOperator<String> extended =
          text ->
              text.replace("\"grant_type\"", "\"audience\": \"a\", \"grant_type\"")
                  .replace(
                      "\"Accept\": \"application/json\"",
                      "\"Accept\": \"application/json\", \"X\": \"1\"");
      JsonObject basic = json(extended.apply(BASIC_AUTH));
      JsonObject post =
          recognised(basic.toString()).withRequestType(RequestType.POST_FORM).writeTo(basic);

      assertEquals(json(extended.apply(POST_FORM)), post);
      JsonObject back =
          recognised(post.toString()).withRequestType(RequestType.BASIC_AUTH).writeTo(post);
      assertEquals(recognised(basic.toString()), recognised(back.toString()));
      assertEquals(
          List.of("Accept", "Authorization", "X"),
          JsonEdit.object(back, "api", "authentication", "loginRequest", "headers")
              .shape()
              .names());
    }

    @Test
    void changesOnlyTheFieldThatWasEdited() {
      JsonObject before = json(BASIC_AUTH.replace("read write", "read   write"));
      ClientCredentials form = recognised(before.toString());

      assertEquals(
          json(before.toString().replace("/oauth/token", "/token")),
          form.withAccessTokenUrl("https://id.example.com/token").writeTo(before));
      assertEquals(
          json(before.toString().replace("s3cret", "new")),
          form.withClientSecret("new").writeTo(before));
      assertEquals(
          json(before.toString().replace("read   write", "read")),
          form.withScopes(List.of("read")).writeTo(before));
      assertEquals(
          json(before.toString().replace(",\"scope\":\"read   write\"", "")),
          form.withScopes(List.of()).writeTo(before));
    }

    @Test
    void changesExtras() {
      JsonObject before = json(POST_FORM.replace("\"grant_type\"", "\"a\": 1, \"grant_type\""));
      ClientCredentials form = recognised(before.toString());
      var extras =
          new Extras(
              JsonObject.of("b", new JsonString("2")), form.extras().headers(), JsonObject.EMPTY);

      assertEquals(
          Optional.of(form.withExtras(extras)),
          ClientCredentials.recognise(form.withExtras(extras).writeTo(before)));
    }

    @Test
    void leavingTheMethodRemovesItsKeysOnly() {
      JsonObject before =
          json(BASIC_AUTH.replace("\"config\": {", "\"config\": { \"debug\": true,"));

      assertEquals(
          json("{\"api\":{},\"config\":{\"debug\":true}}"), new NoAuthentication().writeTo(before));
    }
  }

  @Test
  void hidesTheUsualAccept() {
    assertEquals(JsonObject.EMPTY, Extras.USUAL.shownHeaders());
    assertEquals(
        1,
        new Extras(JsonObject.EMPTY, json("{\"Accept\":\"text/json\"}"), JsonObject.EMPTY)
            .shownHeaders()
            .size());
  }

  @Test
  void showsNoSecretInItsText() {
    assertFalse(form(RequestType.BASIC_AUTH).toString().contains("s3cret"));
  }
}
