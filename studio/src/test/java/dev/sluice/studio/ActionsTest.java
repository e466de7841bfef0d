package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.PageOfStudio.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The actions besides tests (spec: studio §2), as the page gets them.
final class ActionsTest {
  @TempDir private Path folder;
  private PageOfStudio page;

  @BeforeEach
  void open() {
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void aCommandIsImportedAndItsPasswordIsAMarker() {
    Answer answer =
        curl("curl -k -u john:s3cr3t-word https://api.example.com/v1/users/{user_id}/orders?a=1");
    assertEquals("ok", answer.at("/status"));
    assertEquals("users/{user_id}/orders", answer.at("/result/job/endpoint"));
    assertEquals("{\"a\":\"1\"}", answer.at("/result/job/params"));
    assertEquals("basic", answer.at("/result/authentication/method"));
    assertEquals("john", answer.at("/result/authentication/fields/username"));
    assertEquals("-k", answer.at("/result/notImported/0/option"));
    assertEquals("[\"user_id\"]", answer.at("/result/placeholders"));
    assertEquals("null", answer.at("/result/baseUrl"));
    String password = answer.at("/result/authentication/fields/password");
    assertTrue(password.matches("\\*\\*\\*[0-9a-f]{8}-[0-9]+\\*\\*\\*"), password);
    Answer written =
        page.put(
            "/api/forms/authentication",
            PageOfStudio.text("{}")
                .with("method", new JsonString("basic"))
                .with(
                    "fields",
                    answer.json().object("result").object("authentication").object("fields")));
    assertEquals(password, written.at("/fields/password"));
    assertFalse(answer.body().contains("s3cr3t-word"), answer.body());
  }

  @Test
  void anotherHostIsOfferedAsBaseUrl() {
    Answer answer = curl("curl https://other.example.com/v3/users");
    assertEquals("https://other.example.com/v3/users", answer.at("/result/job/endpoint"));
    assertEquals("https://other.example.com/v3/", answer.at("/result/baseUrl/url"));
    assertEquals("users", answer.at("/result/baseUrl/endpoint"));
  }

  @Test
  void aCommandThatCanNotBeImportedSaysWhy() {
    Answer answer = curl("curl -X DELETE https://api.example.com/v1/users");
    assertEquals("error", answer.at("/status"));
    assertEquals("curl", answer.at("/error/code"));
    assertTrue(answer.at("/error/message").startsWith("Unsupported method DELETE"), answer.body());
  }

  @Test
  void anImportNeedsNothingButTheCommand() {
    Answer answer =
        action(
            "load_from_curl",
            "{\"parameters\":{\"api\":{\"authentication\":{\"type\":\"no such\"}}}}",
            "{\"__CURL_COMMAND\":\"curl https://api.example.com/users\"}");
    assertEquals("https://api.example.com/users", answer.at("/result/job/endpoint"));
  }

  @Test
  void aMappingIsMadeOfRecordsThatThePageHas() {
    Answer answer =
        action(
            "infer_mapping",
            "{\"parameters\":{\"config\":{\"jobs\":[{\"dataType\":\"orders\"}],\"mappings\":{\"orders\":{\"id\":\"no\"}}}}}",
            "{\"__SELECTED_JOB\":\"0\",\"__MERGE\":\"add\",\"__RECORDS\":[{\"id\":1,\"items\":[{\"sku\":1}]}]}");
    assertEquals("ok", answer.at("/status"), answer.body());
    assertEquals("no", answer.at("/result/mapping/id"));
    assertEquals("items", answer.at("/result/mapping/items/mapping/destination"));
    assertEquals("[\"id\"]", answer.at("/result/suggestions"));
    assertEquals("orders_items", answer.at("/result/childTables/items/destination"));
    assertEquals("[]", answer.at("/result/warnings"));
  }

  @Test
  void aFunctionHasAValueATypeAndATime() {
    Answer answer =
        action(
            "perform_function",
            "{\"parameters\":{\"config\":{\"p\":\"v\"}}}",
            "{\"__FUNCTION_CFG\":{\"function\":\"concat\",\"args\":[\"a\",{\"attr\":\"p\"}]}}");
    assertEquals("av", answer.at("/result/result"), answer.body());
    assertEquals("string", answer.at("/result/type"));
    assertTrue(answer.at("/result/at").endsWith("Z"), answer.body());
  }

  private Answer curl(String command) {
    return action(
        "load_from_curl",
        "{\"parameters\":{\"api\":{\"baseUrl\":\"https://api.example.com/v1/\"},\"config\":{\"#key\":\"s3cr3t-word\"}}}",
        JsonObject.of("__CURL_COMMAND", new JsonString(command)).toString());
  }

  private Answer action(String name, String text, String inputs) {
    return page.post("/api/actions/" + name, PageOfStudio.text(text).with("inputs", json(inputs)));
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(e);
    }
  }
}
