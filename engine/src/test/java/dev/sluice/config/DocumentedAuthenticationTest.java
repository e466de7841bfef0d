package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The configurations that the documentation shows can be read.
final class DocumentedAuthenticationTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static List<Configuration> configurations(String page)
      throws IOException, JsonSyntaxError {
    String text = Files.readString(ProjectFolder.root().resolve("docs").resolve(page));
    List<Configuration> read = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      JsonValue document = new JsonReader().read(blocks.group(1));
      read.add(ConfigurationReader.read(document, JsonObject.EMPTY));
    }
    return read;
  }

  @ParameterizedTest
  @ValueSource(strings = {"authentication.md", "client-credentials.md", "ssh-tunnel.md"})
  void canBeReadWithoutAWarning(String page) throws IOException, JsonSyntaxError {
    List<Configuration> configurations = configurations(page);

    assertTrue(configurations.size() > 1);
    configurations.forEach(configuration -> assertEquals(List.of(), configuration.warnings()));
  }

  @Test
  void clientCredentialsAreRecognised() throws IOException, JsonSyntaxError {
    List<ClientCredentialsShape.RequestType> types = new ArrayList<>();
    for (Configuration configuration : configurations("client-credentials.md")) {
      if (configuration.iterations().getFirst().authentication()
          instanceof Authentication.Login login) {
        login.clientCredentials().ifPresent(shape -> types.add(shape.requestType()));
      }
    }

    assertEquals(List.of(ClientCredentialsShape.RequestType.values()), types);
  }
}
