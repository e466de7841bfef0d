package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.studio.PageOfStudio.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form "Authentication" through the studio (spec: studio §1.4, authentication §9).
final class FormAddressTest {
  private static final String EMPTY =
      "{\"parameters\": {\"api\": {\"baseUrl\": \"https://api.example.com/\"}, \"config\": {\"jobs\": []}}}";

  /// As in spec: studio §1.4.1.
  private static final String BASIC_AUTH =
      """
      { "api": { "baseUrl": "https://api.example.com/", "authentication": {
          "type": "login", "format": "json",
          "loginRequest": {
            "endpoint": "https://idp.example.com/oauth/token", "method": "FORM",
            "headers": { "Accept": "application/json",
              "Authorization": { "function": "concat", "args": [ "Basic ",
                { "function": "base64_encode", "args": [
                  { "function": "concat", "args": [ {"attr": "__CLIENT_ID"}, ":", {"attr": "#__CLIENT_SECRET"} ] } ] } ] } },
            "params": { "grant_type": "client_credentials", "scope": "read write" } },
          "apiRequest": { "headers": {
            "Authorization": { "function": "concat", "args": [ "Bearer ", {"response": "access_token"} ] } } } } },
        "config": { "jobs": [], "__AUTH_METHOD": "oauth2", "__CLIENT_ID": "id", "#__CLIENT_SECRET": "s3cr3t" } }
      """;

  private static final String CREDENTIALS =
      "{\"requestType\":\"basic\",\"clientId\":\"id\",\"clientSecret\":\"s3cr3t\",\"accessTokenUrl\":\"https://idp.example.com/oauth/token\",\"scopes\":[\"read\",\"write\"]}";

  @TempDir private Path folder;
  private PageOfStudio page;

  @BeforeEach
  void start() {
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void clientCredentialsAreWrittenAsThePortableJson() {
    Answer written = write(EMPTY, "oauth2", CREDENTIALS);
    assertFalse(written.body().contains("s3cr3t"), "a secret comes back");
    assertEquals(
        json(BASIC_AUTH),
        ((JsonObject) json(saved(written.at("/text")))).find("parameters").orElseThrow());
    Answer post = write(written.at("/text"), "oauth2", "{\"requestType\":\"form\"}");
    assertEquals(
        "{\"grant_type\":\"client_credentials\",\"scope\":\"read write\",\"client_id\":{\"attr\":\"__CLIENT_ID\"},\"client_secret\":{\"attr\":\"#__CLIENT_SECRET\"}}",
        ((JsonObject) json(post.at("/text")))
            .toString()
            .replaceAll(".*\"params\":(\\{.*?}})},\"apiRequest.*", "$1"));
    assertEquals(
        written.at("/text"),
        write(post.at("/text"), "oauth2", "{\"requestType\":\"basic\"}").at("/text"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "none | {}",
        "basic | {\"username\":\"ada\",\"password\":\"pass\"}",
        "api-key | {\"key\":\"X-Key\",\"token\":\"t\",\"addTo\":\"header\"}",
        "api-key | {\"key\":\"key\",\"token\":\"t\",\"addTo\":\"query\"}",
        "bearer | {\"token\":\"t\"}",
        "oauth2 | {\"requestType\":\"form\",\"clientId\":\"id\",\"clientSecret\":\"s\",\"accessTokenUrl\":\"https://idp/t\",\"scopes\":[\"a\"],\"params\":{\"audience\":\"x\"},\"headers\":{\"X\":\"y\"}}",
        "query | {\"parameters\":{\"k\":{\"attr\":\"#k\"}}}",
        "custom | {\"authentication\":{\"type\":\"unheard-of\"}}",
        "login | {\"url\":\"auth\",\"method\":\"POST\",\"headers\":{\"X\":\"y\"},\"params\":{\"user\":{\"attr\":\"user\"}},\"format\":\"json\",\"apiHeaders\":{\"X-Token\":{\"response\":\"token\"}},\"apiQuery\":{},\"expires\":600}",
        "oauth10 | {\"clientId\":\"key\",\"clientSecret\":\"secret\",\"data\":\"{\\\"oauth_token\\\":\\\"a\\\"}\"}",
        "oauth20 | {\"clientId\":\"key\",\"clientSecret\":\"secret\",\"data\":\"{}\",\"format\":\"json\",\"headers\":{\"Authorization\":{\"authorization\":\"data.access_token\"}}}",
        "oauth20.login | {\"url\":\"token\",\"method\":\"FORM\",\"clientId\":\"key\",\"clientSecret\":\"secret\",\"data\":\"{}\",\"params\":{\"refresh_token\":{\"user\":\"refresh_token\"}},\"apiHeaders\":{\"A\":{\"response\":\"access_token\"}}}",
        "oauth20.client-credentials | {\"tokenUrl\":\"https://idp/t\",\"clientId\":\"id\",\"clientSecret\":{\"attr\":\"#s\"},\"clientAuthentication\":\"client_secret_jwt\",\"scopes\":[\"a\"],\"token\":{\"header\":\"X\",\"scheme\":\"\"}}",
        "aws | {\"accessKeyId\":\"AK\",\"secretKey\":\"secret\",\"serviceName\":\"s3\",\"regionName\":\"eu-west-1\"}",
      })
  void everyMethodIsWrittenReadBackAndTakenAwayAgain(String method, String fields) {
    Answer written = write(EMPTY, method, fields);
    assertEquals(200, written.status(), written.body());
    assertEquals(method, written.at("/method"));
    Answer read = page.post("/api/forms/authentication", PageOfStudio.text(written.at("/text")));
    String saved = saved(written.at("/text"));
    ((JsonObject) json(fields))
        .forEach((name, value) -> {
          JsonValue shown = read.json().object("fields").find(name).orElse(JsonNull.NULL);
          if (shown instanceof JsonString(String text) && text.startsWith("***")) {
            assertTrue(saved.contains(JsonWriter.compact(value)), name);
          } else {
            assertEquals(value, shown, name);
          }
        });
    // The same fields again change nothing.
    assertEquals(written.at("/text"), write(written.at("/text"), method, fields).at("/text"));
    // Without the method nothing of it is left; the rest is as it was.
    assertEquals(
        json(EMPTY), withoutEmpty(json(write(written.at("/text"), "none", "{}").at("/text"))));
    // And every other method can take its place.
    assertEquals("bearer", write(written.at("/text"), "bearer", "{\"token\":\"t\"}").at("/method"));
  }

  @Test
  void tokensOfOAuth10BecomeOneText() {
    Answer written =
        write(EMPTY, "oauth10", "{\"clientId\":\"k\",\"token\":\"a\",\"tokenSecret\":\"b\"}");
    assertTrue(
        saved(written.at("/text"))
            .contains("{\\\"oauth_token\\\":\\\"a\\\",\\\"oauth_token_secret\\\":\\\"b\\\"}"),
        written.body());
    assertTrue(written.at("/text").contains("\"#appSecret\": \"\""), written.body());
  }

  @Test
  void ownedKeysAreNamed() {
    Answer written = write(EMPTY, "oauth20", "{\"data\":\"{}\"}");
    assertEquals(
        "[\"/parameters/api/authentication\",\"/parameters/config/__AUTH_METHOD\",\"/authorization\"]",
        written.at("/owns"));
  }

  @Test
  void headersOfTheUsersOwnStay() {
    String text =
        EMPTY
            .replace("\"config\"", "\"x\": 0, \"config\"")
            .replace(
                "/\"}",
                "/\", \"http\": {\"headers\": {\"Authorization\": \"mine\", \"X-Mine\": \"y\"}}}");
    Answer key = write(text, "api-key", "{\"key\":\"X-Key\",\"token\":\"t\",\"addTo\":\"header\"}");
    Answer none = write(key.at("/text"), "none", "{}");
    assertTrue(
        none.at("/text").contains("\"Authorization\": \"mine\", \"X-Mine\": \"y\""), none.body());
    assertFalse(none.at("/text").contains("X-Key"), none.body());
  }

  @Test
  void problemsOfFieldsAreToldWithTheirNames() {
    Answer written = write(EMPTY, "oauth2", "{\"accessTokenUrl\":\"token\"}");
    String problems = written.at("/problems");
    assertTrue(
        problems.contains(
            "{\"field\":\"clientId\",\"severity\":\"error\",\"message\":\"Enter the client ID.\"}"),
        problems);
    assertTrue(
        problems.contains(
            "{\"field\":\"accessTokenUrl\",\"severity\":\"error\",\"message\":\"Enter the full address"),
        problems);
  }

  private Answer write(String text, String method, String fields) {
    return page.put(
        "/api/forms/authentication",
        PageOfStudio.text(text)
            .with("method", new JsonString(method))
            .with("fields", json(fields)));
  }

  /// {@return what stands in the file after a text of the page was saved}
  private String saved(String text) {
    Answer now = page.get("/api/config");
    Answer saved = page.save(now.at("/etag"), text);
    assertEquals(200, saved.status(), saved.body());
    try {
      return Files.readString(folder.resolve("config.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sections that the form had to make may stay, empty.
  private static JsonValue withoutEmpty(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    var members = JsonObject.builder();
    object.forEach((name, member) -> {
      JsonValue inner = withoutEmpty(member);
      if (!(inner instanceof JsonObject empty) || empty.size() > 0) {
        members.put(name, inner);
      }
    });
    return members.build();
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }
}
