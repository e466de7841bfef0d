package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.demo.Demo;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ProjectFolder;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.RecordedCase;
import dev.sluice.testkit.RecordedCases;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs configurations with planted secrets, at debug level and in all forms of the log, against
/// servers that repeat whatever they get, and looks for the secrets in all that comes out.
final class CanaryTest {
  private static final String TOKEN = "c4n4ry-token+of/the=server ö\"1";

  @TempDir private Path folder;

  /// How a server repeats a request.
  enum Repeating {
    IN_DATA,
    IN_A_REFUSAL,
    IN_AN_ERROR_PAGE,
    IN_A_BROKEN_DOCUMENT,
    IN_A_LOCATION,
    IN_AN_OAUTH_ERROR,
    IN_HEADERS;

    Answer to(Received request) {
      String sent = request.line() + " " + request.headers() + " " + request.text();
      String text = sent + " " + decoded(request.target() + " " + request.text());
      return switch (this) {
        case IN_DATA -> Answer.json(200, withToken(text));
        case IN_A_REFUSAL ->
            Answer.json(401, JsonObject.of("you sent", new JsonString(text)).toString())
                .header("WWW-Authenticate", line(text));
        case IN_AN_ERROR_PAGE -> Answer.status(403).body("<html>You sent: " + text);
        case IN_A_BROKEN_DOCUMENT -> Answer.json(200, "{\"you sent\": " + text);
        case IN_A_LOCATION ->
            Answer.redirect(302, "/again?sent=" + encoded(text) + "&" + line(text));
        case IN_AN_OAUTH_ERROR ->
            Answer.json(
                400,
                JsonObject.builder()
                    .put("error", "invalid_client")
                    .put("error_description", text)
                    .build()
                    .toString());
        case IN_HEADERS -> Answer.json(200, withToken("")).header("X-Sent", line(text));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSecretOfARecordedConfigurationComesOut(Repeating repeating) throws Exception {
    Optional<RecordedCases> recorded = RecordedCases.find();
    assumeTrue(recorded.isPresent(), RecordedCases.ABSENT);
    int planted = 0;
    for (RecordedCase example : recorded.orElseThrow().cases()) {
      try (ScriptedServer server = ScriptedServer.start().otherwise(repeating::to)) {
        Path data = folder.resolve(example.name());
        example.writeDataFolder(data, server.port());
        planted += search(data);
      }
    }
    assertTrue(planted > 10, "secrets: " + planted);
  }

  @ParameterizedTest
  @EnumSource
  void noSecretOfAnExampleComesOut(Repeating repeating) throws Exception {
    try (Stream<Path> examples = Files.list(ProjectFolder.root().resolve("examples"))) {
      for (Path example : examples.filter(Files::isDirectory).toList()) {
        try (ScriptedServer server = ScriptedServer.start().otherwise(repeating::to)) {
          Path data = Files.createDirectories(folder.resolve(example.getFileName()));
          String config = Files.readString(example.resolve("config.json"));
          Files.writeString(
              data.resolve("config.json"),
              config.replaceAll("https?://[^/\"\\\\]+", server.origin()));
          assertTrue(search(data) > 0, "an example without a secret: " + example);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSecretComesOutWhateverMakesUseOfIt(Repeating repeating) throws Exception {
    try (ScriptedServer server = ScriptedServer.start().otherwise(repeating::to)) {
      int number = 0;
      for (String authentication : AUTHENTICATIONS) {
        Path data = Files.createDirectories(folder.resolve("auth-" + number++));
        Files.writeString(
            data.resolve("config.json"), configuration(server.origin(), authentication));
        assertTrue(search(data) > 0);
      }
    }
  }

  @Test
  void noSecretOfTheDemoComesOut() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      for (String format : List.of("text", "platform", "json")) {
        RecordingShell shell = RecordingShell.piped(Map.of());
        assertEquals(0, shell.run("run", folder.toString(), "--debug", "--log-format", format));
        assertNone("demo " + format, Set.of(demo.clientSecret()), shell, folder);
      }
    }
  }

  private static String configuration(String origin, String authentication) {
    return """
    {"parameters": {
      "api": {
        "baseUrl": "%s/",
        "authentication": %s,
        "http": {"headers": {"X-Key": {"attr": "#key"}},
                 "defaultOptions": {"params": {"signed": {"function": "md5", "args": [{"attr": "#key"}]}}}}},
      "config": {
        "#key": "key", "#user": "user", "#password": "password", "user": "ada",
        "jobs": [{"endpoint": "orders", "params": {"token": {"attr": "#password"}},
          "headers": {"X-Signature": {"function": "hash_hmac", "args": ["sha256", "text", {"attr": "#key"}]}}}]}},
     "authorization": {"oauth_api": {"credentials": {
        "appKey": "an app", "#appSecret": "s", "#data": "{\\"access_token\\":\\"t\\",\\"refresh_token\\":\\"r\\",\\"oauth_token\\":\\"o\\",\\"oauth_token_secret\\":\\"p\\"}"}}}}
    """
        .formatted(origin, authentication);
  }

  private static final List<String> AUTHENTICATIONS =
      List.of(
          "{\"type\": \"none\"}",
          "{\"type\": \"basic\"}",
          "{\"type\": \"query\", \"query\": {\"apikey\": {\"attr\": \"#key\"}}}",
          """
          {"type": "login",
           "loginRequest": {"endpoint": "token", "method": "FORM",
             "params": {"client_id": {"attr": "user"}, "client_secret": {"attr": "#password"}},
             "headers": {"Authorization": {"function": "concat", "args": ["Basic ",
               {"function": "base64_encode", "args": [{"function": "concat",
                 "args": [{"attr": "user"}, ":", {"attr": "#password"}]}]}]}}},
           "apiRequest": {"headers": {"Authorization": {"function": "concat",
               "args": ["Bearer ", {"response": "access_token"}]}},
             "query": {"session": {"response": "access_token"}}}}
          """,
          "{\"type\": \"oauth10\"}",
          """
          {"type": "oauth20", "format": "json",
           "headers": {"Authorization": {"function": "concat",
             "args": ["Bearer ", {"authorization": "data.access_token"}]}}}
          """,
          """
          {"type": "oauth20.login",
           "loginRequest": {"endpoint": "token", "method": "POST",
             "params": {"refresh_token": {"user": "refresh_token"}, "secret": {"consumer": "client_secret"}}},
           "apiRequest": {"headers": {"Authorization": {"response": "access_token"}}}}
          """);

  /// Plants secrets, runs in each form of the log, and looks for them.
  ///
  /// @return how many secrets were planted
  private static int search(Path data) throws Exception {
    Path config = data.resolve("config.json");
    var planting = new Planting();
    JsonObject planted = (JsonObject) planting.value(json(Files.readString(config)), false);
    Files.writeString(config, JsonWriter.compact(hasty(planted)));
    if (planting.secrets.isEmpty()) {
      return 0;
    }
    Set<String> secrets = new LinkedHashSet<>(planting.secrets);
    if (Files.readString(config).contains("loginRequest")) {
      secrets.add(TOKEN);
    }
    for (String format : List.of("text", "platform", "json")) {
      RecordingShell shell = RecordingShell.piped(Map.of());
      int code = shell.run("run", data.toString(), "--debug", "--log-format", format);
      String what = data.getFileName() + " " + format;
      assertTrue(code < 2, what + " ended with " + code + "\n" + shell.out());
      assertNone(what, secrets, shell, data);
    }
    RecordingShell shell = RecordingShell.piped(Map.of());
    shell.run("token", data.toString(), "--debug");
    shell.run("validate", data.toString(), "--debug");
    assertNone(data.getFileName() + " token", secrets, shell, data);
    return planting.secrets.size();
  }

  private static void assertNone(String what, Set<String> secrets, RecordingShell shell, Path data)
      throws IOException {
    assertNone(what + ", standard output", secrets, shell.out());
    assertNone(what + ", standard error", secrets, shell.err());
    Path out = data.resolve("out");
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.walk(out)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          boolean isTable =
              file.startsWith(out.resolve("tables")) && !file.toString().endsWith(".manifest");
          if (!isTable) {
            assertNone(what + ", " + file, secrets, Files.readString(file));
          }
        }
      }
    }
  }

  private static void assertNone(String what, Set<String> secrets, String text) {
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        int at = text.indexOf(form);
        if (at >= 0) {
          String around = text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
          throw new AssertionError(what + " shows " + form + ":\n" + around);
        }
      }
    }
  }

  private static List<String> forms(String secret) {
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    List<String> forms =
        new ArrayList<>(
            List.of(
                secret,
                form,
                form.replace("+", "%20"),
                secret.replace("\"", "\\\""),
                Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(secret))));
    // Also behind something, as in `user:password`: what stays the same whatever stands around.
    for (int shift = 0; shift < 3; shift++) {
      byte[] bytes = utf8("x".repeat(shift) + secret);
      String base64 = Base64.getEncoder().encodeToString(bytes);
      forms.add(base64.substring(shift == 0 ? 0 : 4, bytes.length / 3 * 4));
    }
    return forms;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Puts texts that stand nowhere else in the place of secrets.
  private static final class Planting {
    private final List<String> secrets = new ArrayList<>();

    JsonValue value(JsonValue value, boolean isSecret) {
      return switch (value) {
        case JsonObject object -> {
          Map<String, JsonValue> members = new LinkedHashMap<>();
          object.forEach(
              (key, inner) -> members.put(key, value(inner, isSecret || key.startsWith("#"))));
          yield JsonObject.of(members);
        }
        case JsonArray array ->
            new JsonArray(array.items().stream().map(item -> value(item, isSecret)).toList());
        case JsonString(String text) when isSecret -> new JsonString(planted(text));
        default -> value;
      };
    }

    /// The credentials of OAuth are JSON in a text.
    private String planted(String text) {
      if (text.startsWith("{")) {
        try {
          return JsonWriter.compact(value(json(text), true));
        } catch (IllegalArgumentException _) {
          // No JSON: a text like any other.
        }
      }
      String secret = "c4n4ry-" + secrets.size() + " ä+/%&=\"end";
      secrets.add(secret);
      return secret;
    }
  }

  /// Nothing is tried again, so that the test is quick; logs are long.
  private static JsonObject hasty(JsonObject document) {
    JsonObject parameters = object(document, "parameters");
    JsonObject api =
        object(parameters, "api")
            .with("retryConfig", JsonObject.of("maxRetries", JsonNumber.of(0)));
    JsonObject config = object(parameters, "config").with("debug", JsonBoolean.TRUE);
    return document.with("parameters", parameters.with("api", api).with("config", config));
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.valueOrNull(key) instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String withToken(String text) {
    return JsonObject.builder()
        .put("access_token", TOKEN)
        .put("token", TOKEN)
        .put("token_type", TOKEN)
        .put("scope", "orders " + TOKEN)
        .put("you sent", text)
        .put("rows", JsonArray.of(JsonObject.of("you sent", new JsonString(text))))
        .build()
        .toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String line(String text) {
    return text.replaceAll("[\\r\\n]+", " ");
  }
}
