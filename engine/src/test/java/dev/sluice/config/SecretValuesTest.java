package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretValuesTest {
  @ParameterizedTest
  @CsvSource({
    "http://ada:s3cret@api.example.com/, 'ada:s3cret,s3cret'",
    "https://ada:s3c%2Fret@api.example.com, 'ada:s3c%2Fret,ada:s3c/ret,s3c%2Fret,s3c/ret'",
    "https://ada:100%@api.example.com, 'ada:100%,100%'",
    "https://ada@api.example.com/, ''",
    "https://api.example.com/a:b@c, ''"
  })
  void passwordsInAddressesAreSecret(String url, String secrets) throws JsonSyntaxError {
    assertEquals(
        secrets.isEmpty() ? List.of() : List.of(secrets.split(",", -1)),
        SecretValues.of(
            new JsonReader().read("{\"api\":{\"baseUrl\":\"" + url + "\"}}"), JsonObject.EMPTY));
  }
}
