package dev.sluice.function;

import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// `md5`, `sha1`, `hash` and `hash_hmac` (spec: functions §4, §6).
final class HashFunctions {
  private HashFunctions() {}

  static JsonValue md5(Arguments arguments, Scope scope) {
    return hex(HashAlgorithm.MD5.hash(bytes(arguments, 0)));
  }

  static JsonValue sha1(Arguments arguments, Scope scope) {
    return hex(HashAlgorithm.SHA1.hash(bytes(arguments, 0)));
  }

  static JsonValue hash(Arguments arguments, Scope scope) {
    HashAlgorithm algorithm =
        HashAlgorithm.find(arguments.text(0))
            .orElseThrow(() -> arguments.error(0, "must be a valid hashing algorithm"));
    return hex(algorithm.hash(bytes(arguments, 1)));
  }

  static JsonValue hashHmac(Arguments arguments, Scope scope) {
    HashAlgorithm algorithm =
        HashAlgorithm.find(arguments.text(0))
            .filter(HashAlgorithm::isCryptographic)
            .orElseThrow(
                () -> arguments.error(0, "must be a valid cryptographic hashing algorithm"));
    return hex(algorithm.hmac(bytes(arguments, 1), bytes(arguments, 2)));
  }

  private static byte[] bytes(Arguments arguments, int position) {
    return arguments.text(position).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonString hex(byte[] hash) {
    return new JsonString(HexFormat.of().formatHex(hash));
  }
}
