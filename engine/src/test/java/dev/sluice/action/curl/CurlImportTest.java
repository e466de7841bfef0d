package dev.sluice.action.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.form.ApiKey;
import dev.sluice.form.BasicCredentials;
import dev.sluice.form.BearerToken;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors of commands (spec: studio §2.8, C1 to C16), with the results that are wanted.
final class CurlImportTest {
  private static final String BASE = "https://api.example.com/v1/";

  record Vector(String id, JsonObject expected) {
    Optional<String> text(String name) {
      return expected.find(name).map(value -> ((JsonString) value).value());
    }

    String json(String name) {
      return JsonWriter.compact(expected.find(name).orElseThrow());
    }

    List<String> texts(String name) {
      return expected.valueOrNull(name) instanceof JsonArray(var items)
          ? items.stream().map(item -> ((JsonString) item).value()).toList()
          : List.of();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> vectors() throws IOException, JsonSyntaxError {
    try (InputStream text = CurlImportTest.class.getResourceAsStream("/vectors/studio/curl.json")) {
      var all = (JsonArray) new JsonReader().read(Objects.requireNonNull(text).readAllBytes());
      return all.items().stream()
          .map(JsonObject.class::cast)
          .map(
              vector -> new Vector(((JsonString) vector.find("id").orElseThrow()).value(), vector));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aCommandBecomesAnEndpoint(Vector vector) {
    String command = vector.text("command").orElseThrow();
    String base = vector.text("base").orElse(BASE);
    Optional<String> error = vector.text("error");
    if (error.isPresent()) {
      UserError thrown = assertThrows(UserError.class, () -> CurlImport.of(command, base));
      String message = thrown.problems().getFirst().message();
      assertTrue(
          vector.text("place").isPresent()
              ? message.startsWith(error.get()) && message.contains(vector.text("place").get())
              : message.equals(error.get()),
          message);
      return;
    }
    CurlImport imported = CurlImport.of(command, base);
    JsonObject job = imported.job();
    assertEquals(
        List.of(
            "__NAME",
            "endpoint",
            "children",
            "method",
            "dataType",
            "dataField",
            "params",
            "headers"),
        job.shape().names());
    for (String key : List.of("endpoint", "method", "params", "headers")) {
      assertEquals(vector.json(key), JsonWriter.compact(job.find(key).orElseThrow()), key);
    }
    assertEquals(job.find("endpoint"), job.find("__NAME"));
    assertEquals("{\"path\":\".\",\"delimiter\":\".\"}", job.object("dataField").toString());
    vector.text("dataType").ifPresent(type -> assertEquals(type, text(job, "dataType")));
    assertEquals(
        vector.texts("notImported"),
        imported.notImported().stream().map(CurlImport.NotImported::option).toList());
    assertEquals(vector.texts("placeholders"), imported.placeholders());
    assertEquals(
        vector.text("baseUrl"),
        imported.baseUrl().map(found -> found.url() + " " + found.endpoint()));
    assertEquals(
        vector.text("authentication"),
        imported.authentication().map(found -> found.form().getClass().getSimpleName()));
  }

  @Test
  void credentialsBecomeTheFieldsOfAMethod() {
    assertEquals(
        BasicCredentials.of("john", "se:cret"), form("curl -u john:se:cret https://h.example/"));
    assertEquals(
        BearerToken.of("t0k3n"), form("curl -H 'Authorization: bearer t0k3n' https://h.example/"));
    assertEquals(
        new ApiKey("Authorization", Optional.of("Token t0k3n"), ApiKey.Target.HEADER),
        form("curl -H 'Authorization: Token t0k3n' https://h.example/"));
    assertEquals(
        new ApiKey("access_token", Optional.of("t 0"), ApiKey.Target.PARAMETER),
        form("curl 'https://h.example/?access_token=t+0'"));
  }

  @Test
  void ofSeveralCredentialsTheOthersAreNoted() {
    CurlImport imported =
        CurlImport.of("curl -H 'X-Api-Key: k3y' -H 'Authorization: Bearer t' " + BASE + "x", BASE);
    assertEquals("the header Authorization", imported.authentication().orElseThrow().place());
    assertEquals("{\"X-Api-Key\":\"k3y\"}", imported.job().object("headers").toString());
    assertTrue(imported.notes().getFirst().startsWith("The header X-Api-Key looks like a secret."));
  }

  @Test
  void theTextOfCredentialsHasNoSecret() {
    String text = CurlImport.of("curl -u john:s3cr3t " + BASE, BASE).toString();
    assertTrue(!text.contains("s3cr3t"), text);
  }

  @Test
  void whatIsSentOtherwiseIsNoted() {
    assertEquals(
        List.of("The slash at the end of the URL is left out. Add it if the API needs it."),
        CurlImport.of("curl " + BASE + "users/", BASE).notes());
    assertEquals(
        List.of("The repeated parameter 'a' is sent as 'a[0]', 'a[1]' and so on."),
        CurlImport.of("curl '" + BASE + "users?a=1&a=2'", BASE).notes());
  }

  private static Object form(String command) {
    return CurlImport.of(command, "").authentication().orElseThrow().form();
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.find(name).orElseThrow();
    return ((JsonString) value).value();
  }
}
