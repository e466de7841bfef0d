package dev.sluice.studio.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Pointer;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of spec: studio §4.8.
final class ConfigCheckTest {
  private static final String FINE =
      "{\"api\":{\"baseUrl\":\"https://api.example.com/v1/\"},\"config\":{\"jobs\":[{\"endpoint\":\"orders\",\"dataType\":\"orders\"}]}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://api.example.com/v1/ | | /api/baseUrl | ERROR | Enter the API's address, starting with https://",
        "https://api.example.com/v1/ | api.example.com | /api/baseUrl | ERROR | Enter the API's address, starting with https://",
        "/v1/ | /v1 | /api/baseUrl | WARNING | The last part of the address would be glued to the path. Add \"/\"",
        "\"orders\",\"dataType | \"\",\"dataType | /config/jobs/0/endpoint | ERROR | Enter a path",
        "\"endpoint\":\"orders | \"endpoint\":\"/orders | /config/jobs/0/endpoint | WARNING | The part \"/v1/\" of the base URL will be dropped",
        "\"dataType\":\"orders | \"dataType\":\"my orders | /config/jobs/0/dataType | WARNING | Only letters, digits, - and _",
        "{\"endpoint\" | {\"endpoint\":\"x\",\"dataType\":\"orders\"},{\"endpoint\" | /config/jobs/1/dataType | INFO | Both endpoints fill table orders",
        "\"dataType\" | \"children\":[{\"endpoint\":\"o/{id}\"}],\"dataType\" | /config/jobs/0/children/0/placeholders/id | ERROR | Placeholder id has no value",
        "\"dataType\" | \"children\":[{\"endpoint\":\"o/{id}\",\"placeholders\":{\"id\":\"\"}}],\"dataType\" | /config/jobs/0/children/0/placeholders/id | ERROR | Placeholder id has no value",
        "\"dataType\" | \"children\":[{\"endpoint\":\"o\",\"placeholders\":{\"id\":\"id\"}}],\"dataType\" | /config/jobs/0/children/0/placeholders/id | WARNING | Placeholder id is not in the path",
        "\"dataType\" | \"params\":{\"since\":{\"attr\":\"nope\"}},\"dataType\" | /config/jobs/0/params/since | ERROR | User parameter nope does not exist",
        "\"jobs\" | \"incrementalOutput\":true,\"jobs\" | /config/incrementalOutput | WARNING | Repeated runs will add duplicate rows",
        "\"jobs\" | \"debug\":true,\"jobs\" | /config/debug | INFO | Logs will contain every request",
        "\"jobs\" | \"apiToken\":\"abc\",\"jobs\" | /config/apiToken | WARNING | apiToken looks like a secret. Store this as a secret",
        "\"dataType\" | \"headers\":{\"Authorization\":\"Bearer abc\"},\"dataType\" | /config/jobs/0/headers/Authorization | WARNING | Authorization looks like a secret. Store this as a secret",
        "\"jobs\" | \"mappings\":{\"orders\":{\"a\":\"x\",\"b\":\"x\"}},\"jobs\" | /config/mappings/orders/b | ERROR | Column x is used twice",
        "\"jobs\" | \"mappings\":{\"orders\":{\"a\":\"\"}},\"jobs\" | /config/mappings/orders/a | ERROR | Give the column a name",
        "\"jobs\" | \"mappings\":{\"orders\":{\"a\":{\"type\":\"column\",\"mapping\":{\"destination\":\"x\",\"primaryKey\":true},\"forceType\":true}}},\"jobs\" | /config/mappings/orders/a/mapping/primaryKey | WARNING | x is stored as JSON text",
      })
  void eachRuleNamesTheFieldAndWhatToDo(
      String old, String replacement, String pointer, Finding.Severity severity, String message) {
    String text =
        FINE.replaceFirst(
            java.util.regex.Pattern.quote(old),
            java.util.regex.Matcher.quoteReplacement(replacement == null ? "" : replacement));
    assertEquals(List.of(), findings(FINE));
    assertTrue(
        findings(text).contains(severity + " " + pointer + " " + message),
        findings(text)::toString);
  }

  @Test
  void aFixMendsWhatItIsOfferedFor() {
    String text =
        FINE.replace("/v1/", "/v1")
            .replace(
                "\"dataType\"",
                "\"headers\":{\"X-Api-Key\":\"abc\"},\"params\":{\"t\":{\"attr\":\"apiToken\"}},\"dataType\"")
            .replace("\"jobs\"", "\"apiToken\":\"abc\",\"jobs\"");
    ConfigDocument document = ConfigDocument.of(text);
    for (Finding finding : ConfigCheck.of(document)) {
      document = mended(document, finding);
    }
    assertEquals(List.of(), findings(document.text()));
    assertTrue(
        document.text().contains("\"#apiToken\": \"abc\"")
            || document.text().contains("\"#apiToken\":\"abc\""),
        document.text());
    assertTrue(document.text().contains("\"t\":{\"attr\":\"#apiToken\"}"), document.text());
  }

  @Test
  void clientCredentialsAreJudgedFieldByField() {
    String text = FINE.replace("\"config\"", "\"x\":1,\"config\"");
    text =
        text.replace(
            "\"baseUrl\"",
            "\"authentication\":{\"type\":\"login\",\"loginRequest\":{\"endpoint\":\"http://idp.example.com/token\",\"method\":\"FORM\",\"params\":{\"grant_type\":\"client_credentials\",\"client_id\":{\"attr\":\"__CLIENT_ID\"},\"client_secret\":{\"attr\":\"#__CLIENT_SECRET\"}}},\"apiRequest\":{\"headers\":{\"Authorization\":{\"function\":\"concat\",\"args\":[\"Bearer \",{\"response\":\"access_token\"}]}}}},\"baseUrl\"");
    String said = findings(text).toString();
    assertTrue(said.contains("/config/__CLIENT_ID Enter the client ID"), said);
    assertTrue(said.contains("/config/#__CLIENT_SECRET Enter the client secret"), said);
    assertTrue(
        said.contains(
            "WARNING /api/authentication/loginRequest/endpoint The secret would travel unencrypted"),
        said);
  }

  @Test
  void noConfigurationOfOursMakesTheRulesFail() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve("examples"))) {
      for (Path file : files.filter(path -> path.endsWith("config.json")).toList()) {
        ConfigCheck.of(ConfigDocument.of(Files.readString(file)));
      }
    }
  }

  private static ConfigDocument mended(ConfigDocument document, Finding finding) {
    JsonValue value = document.value();
    for (JsonValue edit : finding.fix().map(Finding.Fix::edits).orElse(JsonArray.EMPTY).items()) {
      var change = (JsonObject) edit;
      Pointer pointer = Pointer.of(((JsonString) change.find("pointer").orElseThrow()).value());
      value =
          change.has("remove")
              ? pointer.remove(value)
              : pointer.put(value, change.find("value").orElseThrow());
    }
    return document.with(value);
  }

  private static List<String> findings(String text) {
    return ConfigCheck.of(ConfigDocument.of(text)).stream()
        .map(finding -> finding.severity() + " " + finding.pointer() + " " + finding.message())
        .map(line -> line.replace(". Use an address with https://.", ""))
        .toList();
  }
}
