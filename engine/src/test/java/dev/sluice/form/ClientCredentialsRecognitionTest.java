package dev.sluice.form;

import static dev.sluice.form.Templates.BASIC_AUTH;
import static dev.sluice.form.Templates.POST_FORM;
import static dev.sluice.form.Templates.encoded;
import static dev.sluice.form.Templates.form;
import static dev.sluice.form.Templates.json;
import static dev.sluice.form.Templates.recognised;
import static dev.sluice.form.Templates.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which configurations are client credentials (spec: authentication §9.3.4).
final class ClientCredentialsRecognitionTest {
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
        List.of("read,write"), recognised(BASIC_AUTH.replace("read write", "read,write")).scopes());
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
