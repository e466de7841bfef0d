package dev.sluice.auth;

import dev.sluice.config.Authentication.OAuth10;
import dev.sluice.http.FormEncoding;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Rfc3986;
import dev.sluice.http.Stage;
import dev.sluice.http.Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs each attempt with HMAC-SHA1 (RFC 5849; spec: authentication §6).
///
/// @param keys those of the consumer and of the user
/// @param clock gives the timestamp
/// @param nonces makes one for each attempt
record OAuth10Signature(OAuth10 keys, InstantSource clock, Nonces nonces) implements Stage {
  private static final int NONCE_BYTES = 20;

  @Override
  public Response send(Request request, Next next) {
    return next.send(
        request.withHeaders(request.headers().setCredential("Authorization", header(request))));
  }

  /// {@return the value of the header `Authorization`}
  ///
  /// @param request complete but for this header
  String header(Request request) {
    List<Parameter> own =
        List.of(
            new Parameter("oauth_consumer_key", Rfc3986.encode(keys.consumer().key())),
            new Parameter("oauth_nonce", Rfc3986.encode(nonces.hex(NONCE_BYTES))),
            new Parameter("oauth_signature_method", "HMAC-SHA1"),
            new Parameter("oauth_timestamp", Long.toString(clock.instant().getEpochSecond())),
            new Parameter("oauth_token", Rfc3986.encode(keys.user().key())),
            new Parameter("oauth_version", "1.0"));
    List<Parameter> sent = new ArrayList<>(own);
    sent.add(2, new Parameter("oauth_signature", Rfc3986.encode(signature(base(request, own)))));
    return sent.stream()
        .map(parameter -> parameter.name() + "=\"" + parameter.value() + "\"")
        .collect(Collectors.joining(", ", "OAuth ", ""));
  }

  /// {@return the text that is signed}
  ///
  /// @param request complete but for the signature
  /// @param own the parameters of the header, the signature excepted
  static String base(Request request, List<Parameter> own) {
    List<Parameter> all = new ArrayList<>(own);
    request.url().query().ifPresent(query -> collect(query, all));
    if (isForm(request)) {
      request.body().ifPresent(body -> collect(new String(body, StandardCharsets.UTF_8), all));
    }
    String parameters =
        all.stream()
            .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return request.verb()
        + "&"
        + Rfc3986.encode(address(request.url()))
        + "&"
        + Rfc3986.encode(parameters);
  }

  /// A parameter, both parts encoded.
  ///
  /// @param name its name
  /// @param value its value
  record Parameter(String name, String value) {}

  private String signature(String base) {
    String key =
        Rfc3986.encode(keys.consumer().secret()) + "&" + Rfc3986.encode(keys.user().secret());
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA1", e);
    }
  }

  private static void collect(String query, List<Parameter> parameters) {
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (!part.isEmpty()) {
        parameters.add(
            new Parameter(
                Rfc3986.recode(pair[0]), pair.length == 2 ? Rfc3986.recode(pair[1]) : ""));
      }
    }
  }

  private static boolean isForm(Request request) {
    return request
        .headers()
        .first("Content-Type")
        .filter(FormEncoding.CONTENT_TYPE::equals)
        .isPresent();
  }

  private static String address(Url url) {
    String path = url.path().isEmpty() ? "/" : url.path();
    return url.scheme() + "://" + url.hostHeader() + path;
  }
}
