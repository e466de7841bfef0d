package dev.sluice.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes texts that are never the same twice; a test has its own.
@FunctionalInterface
interface Nonces {
  /// {@return a text of lower-case hex digits}
  ///
  /// @param bytes half its length
  String hex(int bytes);

  /// {@return nonces from the system's random numbers}
  static Nonces random() {
    var random = new SecureRandom();
    return bytes -> {
      var drawn = new byte[bytes];
      random.nextBytes(drawn);
      return HexFormat.of().formatHex(drawn);
    };
  }
}
