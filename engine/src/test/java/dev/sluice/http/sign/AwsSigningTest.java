package dev.sluice.http.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.AwsSettings;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Requests;
import dev.sluice.http.Responses;
import dev.sluice.http.SteppedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §10.
final class AwsSigningTest {
  private static final Instant SPRING = Instant.parse("2024-03-15T14:30:45Z");
  private static final Instant SUMMER = Instant.parse("2015-08-30T12:36:00Z");
  private static final AwsSettings KEYS =
      new AwsSettings("testAccessKey", "testSecretKey", "testService", "testRegion");
  private static final AwsSettings PUBLISHED =
      new AwsSettings(
          "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "service", "us-east-1");

  private static Request signed(AwsSettings keys, Request request, Instant now) {
    return new AwsSigning(keys, () -> now).signed(request, now);
  }

  private static Request signed(Request request) {
    return signed(KEYS, request, SPRING);
  }

  private static String authorization(Request request) {
    return request.headers().first("Authorization").orElseThrow();
  }

  private static String signedHeaders(Request request) {
    return authorization(request).replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
  }

  private static String signature(Request request) {
    return authorization(request).replaceAll(".*Signature=", "");
  }

  private static Request with(Request request, String name, String value) {
    return request.withHeaders(request.headers().plus(new Headers.Line(name, value, false)));
  }

  @Test
  void signsTheVanillaRequestThatAmazonPublished() {
    Request request = signed(PUBLISHED, Requests.get("http://example.amazonaws.com/"), SUMMER);

    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
            + " SignedHeaders=host;x-amz-date,"
            + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        authorization(request));
    assertEquals(List.of("20150830T123600Z"), request.headers().all("X-Amz-Date"));
  }

  @Test
  void signsARecordedRequest() {
    Request request = signed(Requests.get("http://mock-server/143-aws-signature-request/users"));

    assertEquals("host;x-amz-date", signedHeaders(request));
    assertEquals(
        "2fd04ead5066b143cbb5da67bd2d6f0458b4dc99f14a99d330f4e3f28a8f2c87", signature(request));
  }

  @Test
  void encodesThePathTwiceAndSortsTheQueryForTheSignatureOnly() {
    Request plain = Requests.get("https://api.example.com/v1/my%20items?b=2&a=x%20y&a=~z");
    Request request = signed(with(with(plain, "X-Custom", "1"), "User-Agent", "anything"));

    assertEquals("host;x-amz-date;x-custom", signedHeaders(request));
    assertEquals(
        "de7e8fdaf48f3ee3ec2470fae821a215535598373e30c5f5952d7c52353ae2fa", signature(request));
    assertEquals("/v1/my%20items?b=2&a=x%20y&a=~z", request.url().requestTarget());
  }

  @Test
  void signsTheBodyButNotItsType() {
    Request plain = Requests.post("https://api.example.com/v1/search", "{\"q\":\"x\"}");
    Request request = signed(with(plain, "Content-Type", "application/json"));

    assertEquals("host;x-amz-date", signedHeaders(request));
    assertEquals(
        "092b08326a3b754004ee8d3a92ef69c2cfa20c2bd0db4eb67fc740489e0f6e25", signature(request));
  }

  @ParameterizedTest(name = "§10 {0}")
  @CsvSource({
    "q=a+b&l[]=~, q=a%20b&l%5B%5D=~, l%5B%5D=~&q=a%20b",
    "a=1&b=2&a=3, a=1&a=3&b=2, a=1&a=3&b=2",
    "a=3&a=1, a=3&a=1, a=1&a=3",
    "flag&a=, flag&a=, a=&flag=",
    "a&a=1, a=1, a=1",
    "b=%c3%a9&B=1&10=x&9=y, b=%C3%A9&B=1&10=x&9=y, 10=x&9=y&B=1&b=%C3%A9",
    "a=1%262, a=1%262, a=1%262"
  })
  void writesTheQueryInOneEncoding(String query, String sent, String canonical) {
    Request request = signed(Requests.get("https://api.example.com/?" + query));

    assertEquals(sent, request.url().query().orElseThrow());
    assertEquals(canonical, SignedQuery.of(request.url().query()).canonical());
  }

  @Test
  void leavesAnAddressWithoutQueryAlone() {
    assertEquals(
        "https://api.example.com/a",
        signed(Requests.get("https://api.example.com/a")).url().text());
  }

  @Test
  void takesThePlaceOfOtherAuthorizationAndDates() {
    Request plain = Requests.get("https://ann:secret@api.example.com/");
    Request before = with(with(plain, "authorization", "Bearer t"), "Date", "yesterday");
    Request request = signed(with(before, "x-amz-date", "yesterday"));

    assertEquals(1, request.headers().all("Authorization").size());
    assertEquals(List.of("20240315T143045Z"), request.headers().all("X-Amz-Date"));
    assertFalse(request.headers().has("Date"));
    assertEquals(authorization(signed(plain)), authorization(request));
  }

  @Test
  void signsOtherHeadersWithTheirBlanksTakenTogether() {
    Request plain = Requests.get("https://api.example.com:8443/");
    Request one = with(with(plain, "X-List", " a \t b "), "X-List", "c");
    Request other = with(plain, "x-list", "a b,c");

    assertEquals("host;x-amz-date;x-list", signedHeaders(signed(one)));
    assertEquals(signature(signed(other)), signature(signed(one)));
    assertNotEquals(signature(signed(plain)), signature(signed(one)));
  }

  @Test
  void signsThePortUnlessItIsTheSchemesOwn() {
    String own = signature(signed(Requests.get("https://api.example.com:443/")));

    assertEquals(own, signature(signed(Requests.get("https://api.example.com/"))));
    assertNotEquals(own, signature(signed(Requests.get("https://api.example.com:8443/"))));
    assertEquals(
        own,
        signature(signed(with(Requests.get("https://10.0.0.7:8443/"), "Host", "api.example.com"))));
  }

  @Test
  void takesTheHashOfTheBodyFromItsHeader() {
    String header = "UNSIGNED-PAYLOAD";
    Request one =
        with(Requests.post("https://api.example.com/", "one"), "X-Amz-Content-Sha256", header);
    Request two =
        with(Requests.post("https://api.example.com/", "two"), "X-Amz-Content-Sha256", header);

    assertEquals(signature(signed(one)), signature(signed(two)));
    assertEquals("host;x-amz-content-sha256;x-amz-date", signedHeaders(signed(one)));
    assertEquals(List.of(header), signed(one).headers().all("X-Amz-Content-Sha256"));
  }

  @Test
  void sendsS3TheHashOfTheBodyAndEncodesItsPathOnce() {
    var s3 = new AwsSettings("testAccessKey", "testSecretKey", "s3", "testRegion");
    Request request =
        signed(s3, Requests.get("https://b.example.com/my%20file%281%29+~.csv"), SPRING);
    Request spelt =
        signed(s3, Requests.get("https://b.example.com/my%20file(1)%2B%7e.csv"), SPRING);

    assertEquals(
        List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        request.headers().all("X-Amz-Content-Sha256"));
    assertEquals("host;x-amz-content-sha256;x-amz-date", signedHeaders(request));
    assertEquals("/my%20file%281%29+~.csv", request.url().requestTarget());
    assertEquals(signature(spelt), signature(request));
  }

  /// The example of the documentation of S3: the life cycle of a bucket.
  @Test
  void signsTheRequestThatTheDocumentationOfS3Shows() {
    var s3 =
        new AwsSettings(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "s3", "us-east-1");
    Request request =
        signed(
            s3,
            Requests.get("https://examplebucket.s3.amazonaws.com/?lifecycle"),
            Instant.parse("2013-05-24T00:00:00Z"));

    assertEquals(
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", signature(request));
  }

  @Test
  void datesEachAttemptAnew() {
    var time = new SteppedTime();
    var stage = new AwsSigning(KEYS, time);
    List<Request> sent = new ArrayList<>();
    for (int attempt = 0; attempt < 2; attempt++) {
      stage.send(
          Requests.get("https://api.example.com/"),
          request -> {
            sent.add(request);
            return Responses.of(200, "[]");
          });
      time.pass(Duration.ofSeconds(1));
    }

    assertEquals("20240501T100000Z", sent.get(0).headers().first("X-Amz-Date").orElseThrow());
    assertEquals("20240501T100001Z", sent.get(1).headers().first("X-Amz-Date").orElseThrow());
    assertNotEquals(signature(sent.get(0)), signature(sent.get(1)));
  }

  @Test
  void goesToTrustedOriginsOnly() {
    Headers headers = signed(Requests.get("https://api.example.com/")).headers();

    assertTrue(headers.has("Authorization"));
    assertFalse(headers.withoutCredentials().has("Authorization"));
  }
}
