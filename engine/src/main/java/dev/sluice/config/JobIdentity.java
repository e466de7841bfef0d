package dev.sluice.config;

import dev.sluice.json.JsonObject;
import dev.sluice.php.Serialized;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The id of a job that has none of its own: the MD5 hash of its content in PHP's serialised form,
/// as the original makes it (spec: jobs-and-paging §2.2).
final class JobIdentity {
  private JobIdentity() {}

  /// {@return 32 hex digits; equal for jobs with the same keys in the same order, the same values
  /// and types}
  ///
  /// @param job as it stands in the file
  static String of(JsonObject job) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      var serialized = new Serialized(md5);
      serialized.map(job);
      serialized.flush();
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
