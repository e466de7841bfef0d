package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spec: authentication §10.
final class AwsSettingsReaderTest {
  private static ReadConfig<Optional<AwsSettings>> read(String text) {
    return ReadConfig.of("parameters.aws", text, AwsSettingsReader::read);
  }

  private static String message(String key) {
    return "Option \"%s\" under \"parameters.aws.signature.credentials\" cannot be empty."
        .formatted(key);
  }

  @Test
  void readsTheKeys() {
    var read =
        read(
            """
            {"signature": {"credentials": {"accessKeyId": "AKIDEXAMPLE", "#secretKey": "top-secret",
              "serviceName": "execute-api", "regionName": "eu-central-1"}}}
            """);

    assertEquals(List.of(), read.errors());
    assertEquals(
        Optional.of(new AwsSettings("AKIDEXAMPLE", "top-secret", "execute-api", "eu-central-1")),
        read.value());
    assertFalse(read.value().toString().contains("top-secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "{\"signature\": {}}", "{\"signature\": {\"credentials\": []}}"})
  void signsNothingWithoutCredentials(String text) {
    assertEquals(Optional.empty(), read(text).value());
    assertEquals(List.of(), read(text).errors());
  }

  @Test
  void namesEachKeyThatIsEmptyInTheirOrder() {
    var read =
        read(
            """
            {"signature": {"credentials": {"regionName": "", "#secretKey": "top-secret", "serviceName": null}}}
            """);

    assertEquals(
        List.of(message("accessKeyId"), message("serviceName"), message("regionName")),
        read.errors());
  }
}
