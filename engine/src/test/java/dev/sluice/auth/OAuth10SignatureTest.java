package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.Authentication.OAuth10;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Url;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §6.
final class OAuth10SignatureTest {
  private static final OAuth10 KEYS =
      new OAuth10(new OAuth10.Pair("ck", "c&s"), new OAuth10.Pair("tk", "t/s"));

  private static OAuth10Signature stage(String nonce) {
    return new OAuth10Signature(KEYS, () -> Instant.ofEpochSecond(1710513045), _ -> nonce);
  }

  private static Request request(String verb, String url, String body) {
    Headers headers =
        body.isEmpty()
            ? Headers.NONE
            : Headers.NONE.set("Content-Type", "application/x-www-form-urlencoded");
    return new Request(
        verb,
        Url.parse(url).orElseThrow(),
        headers,
        body.isEmpty() ? Optional.empty() : Optional.of(body.getBytes(StandardCharsets.UTF_8)),
        Request.Purpose.CONFIGURED);
  }

  @ParameterizedTest(name = "§6 {0} {1}")
  @CsvSource({
    "GET, http://example.com/api/users?limit=10&q=a%20b, '', Xl3PEwEsd/j8xnj68RgJauG0m34=",
    "GET, https://example.com:8443/x, '', PJoGn2s8wpZ3bPWTbSV2qo2wr6A=",
    "POST, http://example.com/f?x=1, a=b+c&z=%7E, iOEUuh5YOGEiHPPXOc7WP9jL/24="
  })
  void signs(String verb, String url, String body, String signature) {
    String encoded = signature.replace("/", "%2F").replace("=", "%3D");

    assertEquals(
        "OAuth oauth_consumer_key=\"ck\", oauth_nonce=\"abc123\", oauth_signature=\"%s\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1710513045\", oauth_token=\"tk\", oauth_version=\"1.0\""
            .formatted(encoded),
        stage("abc123").header(request(verb, url, body)));
  }

  @Test
  void makesTheBaseStringOfTheSpec() {
    Request request = request("GET", "http://example.com/api/users?limit=10&q=a%20b", "");
    List<OAuth10Signature.Parameter> own =
        List.of(
            new OAuth10Signature.Parameter("oauth_consumer_key", "ck"),
            new OAuth10Signature.Parameter("oauth_nonce", "abc123"),
            new OAuth10Signature.Parameter("oauth_signature_method", "HMAC-SHA1"),
            new OAuth10Signature.Parameter("oauth_timestamp", "1710513045"),
            new OAuth10Signature.Parameter("oauth_token", "tk"),
            new OAuth10Signature.Parameter("oauth_version", "1.0"));

    assertEquals(
        "GET&http%3A%2F%2Fexample.com%2Fapi%2Fusers&limit%3D10%26oauth_consumer_key%3Dck%26oauth_nonce%3Dabc123%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1710513045%26oauth_token%3Dtk%26oauth_version%3D1.0%26q%3Da%2520b",
        OAuth10Signature.base(request, own));
  }

  @Test
  void signsRepeatedParametersAsRfc5849Says() {
    Request request = request("GET", "http://example.com/?b&a=2&a=1", "");

    assertEquals(
        "GET&http%3A%2F%2Fexample.com%2F&a%3D1%26a%3D2%26b%3D",
        OAuth10Signature.base(request, List.of()));
  }

  @Test
  void drawsANonceOf40DigitsForEachAttempt() {
    Nonces nonces = Nonces.random();
    String one = nonces.hex(20);

    assertTrue(one.matches("[0-9a-f]{40}"));
    assertNotEquals(one, nonces.hex(20));
  }

  @Test
  void leavesAJsonBodyUnsigned() {
    Request form = request("POST", "http://example.com/", "a=1");
    Request json = form.withHeaders(Headers.NONE.set("Content-Type", "application/json"));

    assertEquals("POST&http%3A%2F%2Fexample.com%2F&", OAuth10Signature.base(json, List.of()));
    assertEquals("POST&http%3A%2F%2Fexample.com%2F&a%3D1", OAuth10Signature.base(form, List.of()));
  }
}
