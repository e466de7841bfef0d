package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a configuration says becomes a request (spec: run-and-http §2.4, §2.5, §4.3-§4.8).
final class RequestEncoderTest {
  private static final Url BASE = Requests.url("https://api.example.com/v1/");

  private final List<Url> withheld = new ArrayList<>();
  private final Trust onlyBase =
      new Trust() {
        @Override
        public boolean allows(Url address) {
          return address.host().equals("api.example.com");
        }

        @Override
        public void withheld(Url address) {
          withheld.add(address);
        }
      };

  @Test
  void sendsGetWithoutABody() {
    Request request = encoder().encode(request(Method.GET, "{\"a\":1}", "{}"), JsonObject.EMPTY);
    assertEquals("GET", request.verb());
    assertEquals("https://api.example.com/v1/orders?a=1", request.url().text());
    assertTrue(request.body().isEmpty());
    assertEquals(Request.Purpose.CONFIGURED, request.purpose());
  }

  @Test
  void sendsPostAsJsonAndLeavesTheQueryAlone() {
    Request request =
        encoder().encode(request("orders?q=1", Method.POST, "{\"a\":1}", "{}"), JsonObject.EMPTY);
    assertEquals("POST", request.verb());
    assertEquals("https://api.example.com/v1/orders?q=1", request.url().text());
    assertEquals("{\"a\":1}", body(request));
    assertEquals(List.of("application/json"), request.headers().all("content-type"));
  }

  @Test
  void sendsFormWithTheVerbPost() {
    Request request =
        encoder().encode(request(Method.FORM, "{\"0\":\"z\",\"a\":\"ž\"}", "{}"), JsonObject.EMPTY);
    assertEquals("POST", request.verb());
    assertEquals("0=z&a=%C5%BE", body(request));
    assertEquals(
        List.of("application/x-www-form-urlencoded"), request.headers().all("content-type"));
  }

  @Test
  void sendsEmptyBodiesAsTheOriginalDoes() {
    assertEquals("[]", body(encoder().encode(request(Method.POST, "{}", "{}"), JsonObject.EMPTY)));
    assertEquals("", body(encoder().encode(request(Method.FORM, "{}", "{}"), JsonObject.EMPTY)));
  }

  @Test
  void takesHeadersInTheirOrderOfPrecedence() {
    Headers defaults =
        RequestEncoder.defaultHeaders(
            object("{\"X-Api\":\"api\",\"X-Both\":\"api\",\"Content-Type\":\"text/plain\"}"),
            object("{\"x-both\":\"config\"}"));
    Headers options = Headers.NONE.set("X-Option", "option").set("X-Job", "option");
    var encoder = new RequestEncoder(BASE, defaults, options, Trust.EVERYWHERE);
    ApiRequest asked = request(Method.GET, "{}", "{\"X-Job\":\"job\",\"x-api\":\"job\"}");
    Headers sent = encoder.encode(asked, JsonObject.EMPTY).headers();
    assertEquals(List.of("job"), sent.all("X-Api"));
    assertEquals(List.of("config"), sent.all("X-Both"));
    assertEquals(List.of("option"), sent.all("X-Option"));
    assertEquals(List.of("job"), sent.all("X-Job"));
    assertEquals(List.of("text/plain"), sent.all("Content-Type"));
    assertEquals(List.of("Sluice"), sent.all("User-Agent"));
  }

  @Test
  void givesPostItsOwnContentType() {
    Headers defaults = Headers.NONE.set("Content-Type", "text/plain").set("User-Agent", "mine");
    var encoder = new RequestEncoder(BASE, defaults, Headers.NONE, Trust.EVERYWHERE);
    ApiRequest asked = request(Method.POST, "{}", "{\"content-type\":\"text/csv\"}");
    Headers sent = encoder.encode(asked, JsonObject.EMPTY).headers();
    assertEquals(List.of("application/json"), sent.all("Content-Type"));
    assertEquals(List.of("mine"), sent.all("User-Agent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"account":123}    | {"page":1}            | {"account":123,"page":1}
          {"a":1,"b":2}      | {"b":3,"c":4}         | {"a":1,"b":3,"c":4}
          {"l":[1,2,3]}      | {"l":[9]}             | {"l":[9,2,3]}
          {"l":[[1,2],3]}    | {"l":[[9]]}           | {"l":[[9,2],3]}
          {"l":[1]}          | {"l":[7,8]}           | {"l":[7,8]}
          {"o":{"a":1}}      | {"o":{"b":2}}         | {"o":{"b":2}}
          {"l":[1,2]}        | {"l":"text"}          | {"l":"text"}
          """)
  void laysParametersOverTheDefaults(String below, String above, String merged) {
    assertEquals(merged, JsonWriter.compact(RequestEncoder.merge(object(below), object(above))));
  }

  @Test
  void sendsNoDefaultOptionsWithALogin() {
    var encoder =
        new RequestEncoder(
            BASE,
            Headers.NONE.set("X-Default", "1"),
            Headers.NONE.set("X-Option", "1"),
            Trust.EVERYWHERE);
    Request login = encoder.encodeLogin(request(Method.FORM, "{\"user\":\"ada\"}", "{}"));
    assertEquals(Request.Purpose.LOGIN, login.purpose());
    assertEquals(List.of("1"), login.headers().all("X-Default"));
    assertFalse(login.headers().has("X-Option"));
    assertEquals("user=ada", body(login));
  }

  @Test
  void keepsSecretParametersFromAddressesThatAreNotTrusted() {
    var encoder = new RequestEncoder(BASE, Headers.NONE, Headers.NONE, onlyBase);
    ApiRequest first = secret(Method.GET, "{\"key\":\"s3cret\",\"page\":1}");
    assertEquals(
        "https://api.example.com/v1/orders?key=s3cret&page=1",
        encoder.encode(first, JsonObject.EMPTY).url().text());
    assertEquals(
        "https://api.example.com/next?key=s3cret&page=1",
        encoder.encode(first.toAddressFromResponse("/next"), JsonObject.EMPTY).url().text());
    Request elsewhere =
        encoder.encode(
            first.toAddressFromResponse("https://files.example.org/next"), JsonObject.EMPTY);
    assertEquals("https://files.example.org/next?page=1", elsewhere.url().text());
    assertEquals(Request.Purpose.FROM_RESPONSE, elsewhere.purpose());
    assertEquals(
        List.of("https://files.example.org:443"), withheld.stream().map(Url::origin).toList());
  }

  @Test
  void keepsSecretsOutOfBodiesToo() {
    var encoder = new RequestEncoder(BASE, Headers.NONE, Headers.NONE, onlyBase);
    ApiRequest elsewhere =
        secret(Method.POST, "{\"page\":1}").toAddressFromResponse("https://files.example.org/");
    assertEquals("{\"page\":1}", body(encoder.encode(elsewhere, object("{\"key\":\"s3cret\"}"))));
  }

  @Test
  void marksHeadersThatComeFromSecrets() {
    ApiRequest asked =
        new ApiRequest(
            "orders",
            Method.GET,
            JsonObject.EMPTY,
            object("{\"X-Key\":\"s3cret\",\"X-Page\":1}"),
            ApiRequest.Source.CONFIGURED,
            Set.of("x-key"));
    Headers sent = encoder().encode(asked, JsonObject.EMPTY).headers();
    assertEquals(
        List.of("X-Key"),
        sent.lines().stream().filter(Headers.Line::credential).map(Headers.Line::name).toList());
  }

  private static RequestEncoder encoder() {
    return new RequestEncoder(BASE, Headers.NONE, Headers.NONE, Trust.EVERYWHERE);
  }

  private static ApiRequest request(Method method, String params, String headers) {
    return request("orders", method, params, headers);
  }

  private static ApiRequest request(String endpoint, Method method, String params, String headers) {
    return new ApiRequest(
        endpoint, method, object(params), object(headers), ApiRequest.Source.CONFIGURED, Set.of());
  }

  private static ApiRequest secret(Method method, String params) {
    return new ApiRequest(
        "orders",
        method,
        object(params),
        JsonObject.EMPTY,
        ApiRequest.Source.CONFIGURED,
        Set.of("key"));
  }

  private static String body(Request request) {
    return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
  }

  private static JsonObject object(String text) {
    try {
      return (JsonObject) new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
  }
}
