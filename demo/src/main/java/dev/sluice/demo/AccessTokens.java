package dev.sluice.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Issues access tokens and recognises them again. A token is a signed JWT (RFC 7519, RFC 9068)
/// that carries its scopes and its end; the key is made at construction and never leaves. Safe to
/// share between threads.
final class AccessTokens {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}");

  private final SecretKeySpec key;
  private final Duration lifetime;
  private final InstantSource clock;
  private final AtomicLong issued = new AtomicLong();

  /// What a good token allows.
  ///
  /// @param scopes in the order of the request
  record Grant(List<String> scopes) {}

  /// Makes a new signing key.
  ///
  /// @param lifetime how long a token is good for, in whole seconds
  /// @param clock tells the time
  AccessTokens(Duration lifetime, InstantSource clock) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /// {@return how long a token is good for}
  Duration lifetime() {
    return lifetime;
  }

  /// {@return a token that nobody had before}
  ///
  /// @param clientId for whom, without characters that JSON escapes
  /// @param scopes what it allows
  String issue(String clientId, List<String> scopes) {
    long now = clock.instant().getEpochSecond();
    String claims =
        "{\"iss\":\"demo\",\"sub\":\"%s\",\"client_id\":\"%s\",\"jti\":\"%d\",\"scope\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                clientId,
                clientId,
                issued.incrementAndGet(),
                String.join(" ", scopes),
                now,
                now + lifetime.toSeconds());
    String signed = HEADER + "." + encoded(claims);
    return signed + "." + signature(signed);
  }

  /// {@return what a token allows; empty when it is not one of ours or has expired}
  ///
  /// @param token any text
  Optional<Grant> check(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String signed = token.substring(0, dot);
    byte[] expected = signature(signed).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, token.substring(dot + 1).getBytes(UTF_8))) {
      return Optional.empty();
    }
    // The signature is ours, so the claims have exactly the form that issue() gave them.
    String payload = signed.substring(signed.indexOf('.') + 1);
    String claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    long end = Long.parseLong(between(claims, "\"exp\":", "}"));
    if (clock.instant().getEpochSecond() >= end) {
      return Optional.empty();
    }
    return Optional.of(new Grant(List.of(between(claims, "\"scope\":\"", "\"").split(" ", -1))));
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return ENCODER.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String encoded(String text) {
    return ENCODER.encodeToString(text.getBytes(UTF_8));
  }
}
