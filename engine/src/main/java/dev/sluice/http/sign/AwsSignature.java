package dev.sluice.http.sign;

import dev.sluice.config.AwsSettings;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Rfc3986;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// AWS Signature Version 4 of one request (spec: authentication §10).
///
/// @param settings the keys and the scope
/// @param date when, as the header `X-Amz-Date` says it
record AwsSignature(AwsSettings settings, String date) {
  /// The service whose paths are encoded only once.
  static final String S3 = "s3";

  /// The header that tells the hash of the body.
  static final String PAYLOAD = "X-Amz-Content-Sha256";

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int DAY = 8;

  /// What is on the way added or changed, or is the signature itself.
  private static final Set<String> UNSIGNED =
      Set.of(
          "accept",
          "authorization",
          "aws-sdk-invocation-id",
          "aws-sdk-retry",
          "cache-control",
          "content-length",
          "content-type",
          "expect",
          "from",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "max-forwards",
          "pragma",
          "proxy-authorization",
          "range",
          "referer",
          "te",
          "user-agent",
          "x-amzn-trace-id");

  /// {@return the value of the header `Authorization`}
  ///
  /// @param request dated, complete but for it
  /// @param query the canonical query
  /// @param payload the hash of the body in hexadecimal digits, or what stands for it
  String authorization(Request request, String query, String payload) {
    Map<String, String> headers = signedHeaders(request);
    String names = String.join(";", headers.keySet());
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            ALGORITHM,
            settings.accessKeyId(),
            scope(),
            names,
            signature(canonical(request, query, headers, payload)));
  }

  /// {@return the SHA-256 of a body in hexadecimal digits}
  ///
  /// @param body the bytes; none count as no bytes
  static String hash(Optional<byte[]> body) {
    return hex(sha256(body.orElseGet(() -> new byte[0])));
  }

  private String canonical(
      Request request, String query, Map<String, String> headers, String payload) {
    var text = new StringBuilder();
    text.append(request.verb()).append('\n');
    text.append(path(request.url().path())).append('\n');
    text.append(query).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('\n').append(String.join(";", headers.keySet())).append('\n').append(payload);
    return text.toString();
  }

  /// Every service but S3 wants the path encoded once more than it is in the URL.
  private String path(String encoded) {
    if (settings.serviceName().equals(S3)) {
      List<String> segments = new ArrayList<>();
      for (String segment : encoded.split("/", -1)) {
        segments.add(Rfc3986.recodeSegment(segment));
      }
      return encoded.isEmpty() ? "/" : String.join("/", segments);
    }
    int start = 0;
    while (start < encoded.length() && encoded.charAt(start) == '/') {
      start++;
    }
    return "/" + Rfc3986.encode(encoded.substring(start)).replace("%2F", "/");
  }

  private static Map<String, String> signedHeaders(Request request) {
    Map<String, String> signed = new TreeMap<>();
    for (Headers.Line line : request.headers().lines()) {
      String name = line.name().toLowerCase(Locale.ROOT);
      if (!UNSIGNED.contains(name)) {
        String value = line.value().strip().replaceAll("\\s+", " ");
        signed.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    signed.putIfAbsent("host", request.url().hostHeader());
    return signed;
  }

  private String signature(String canonical) {
    String toSign =
        String.join(
            "\n",
            ALGORITHM,
            date,
            scope(),
            hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
    byte[] secret = ("AWS4" + settings.secretKey()).getBytes(StandardCharsets.UTF_8);
    byte[] key =
        hmac(
            hmac(
                hmac(hmac(secret, date.substring(0, DAY)), settings.regionName()),
                settings.serviceName()),
            "aws4_request");
    return hex(hmac(key, toSign));
  }

  private String scope() {
    return String.join(
        "/", date.substring(0, DAY), settings.regionName(), settings.serviceName(), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// {@return the scope and the date, without any key}
  @Override
  public String toString() {
    return "AwsSignature[%s]".formatted(scope());
  }
}
