package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The tables on addresses and encodings (spec: run-and-http §2.3, §4.3-§4.7).
final class EncodingVectorsTest {

  @ParameterizedTest(name = "§2.3 {0} + {1}")
  @CsvFileSource(
      resources = "/vectors/run-and-http/2.3-addresses.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      commentCharacter = '!',
      numLinesToSkip = 1)
  void combinesBaseAndEndpoint(String base, String endpoint, String address) {
    assertEquals(address, Requests.url(base).resolve(endpoint).text());
  }

  @ParameterizedTest(name = "§4.3 {0} {1}")
  @CsvFileSource(
      resources = "/vectors/run-and-http/4.3-get.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void putsParametersIntoTheQuery(String endpoint, String params, String address)
      throws JsonSyntaxError {
    String base = "https://api.example.com/";
    var request =
        new ApiRequest(
            endpoint,
            Method.GET,
            object(params),
            JsonObject.EMPTY,
            ApiRequest.Source.CONFIGURED,
            Set.of());
    var encoder =
        new RequestEncoder(Requests.url(base), Headers.NONE, Headers.NONE, Trust.EVERYWHERE);
    assertEquals(
        address.startsWith("//") ? "https:" + address : base + address,
        encoder.encode(request, JsonObject.EMPTY).url().text());
  }

  @ParameterizedTest(name = "§4.4 {0}")
  @CsvFileSource(
      resources = "/vectors/run-and-http/4.4-form-encoding.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      maxCharsPerColumn = 400,
      numLinesToSkip = 1)
  void encodesFormsAndQueries(String params, @Nullable String encoded) throws JsonSyntaxError {
    String expected = Objects.requireNonNullElse(encoded, "");
    assertEquals(expected, Query.encode(object(params)));
    assertEquals(
        expected, new String(FormEncoding.body(object(params)), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest(name = "§4.5 {0}")
  @CsvFileSource(
      resources = "/vectors/run-and-http/4.5-json-body.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void writesJsonBodies(String params, String body) throws JsonSyntaxError {
    assertEquals(
        body, new String(JsonBody.of(new JsonReader().read(params)), StandardCharsets.US_ASCII));
  }

  private static JsonObject object(String text) throws JsonSyntaxError {
    JsonValue value = new JsonReader().read(text);
    return value instanceof JsonArray ? JsonObject.EMPTY : (JsonObject) value;
  }
}
