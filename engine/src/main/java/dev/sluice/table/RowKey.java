package dev.sluice.table;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Serialized;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Makes generated keys: the MD5 hash of a serialised row (spec: tables §1.5). It identifies rows
/// and protects nothing.
///
/// Not thread-safe; one instance makes any number of keys.
public final class RowKey {
  private final MessageDigest digest = md5();
  private final Serialized form = new Serialized(digest);

  /// {@return the key of a row as 32 lower-case hex digits}
  ///
  /// @param row the row as it reached the conversion
  public String of(JsonValue row) {
    return of(form -> form.value(row));
  }

  /// {@return the key of a row and its extra columns, which count only if there are any, as 32
  /// lower-case hex digits} (spec: tables §4.6)
  ///
  /// @param row the row as it reached the conversion
  /// @param extra the extra columns
  public String of(JsonValue row, JsonObject extra) {
    return of(form -> {
      form.value(row);
      if (extra.size() > 0) {
        form.map(extra);
      }
    });
  }

  /// {@return the key of whatever is fed into the serialised form, as 32 lower-case hex digits}
  ///
  /// @param content adds the parts
  public String of(Consumer<Serialized> content) {
    content.accept(form);
    form.flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  /// {@return the MD5 hash of a text's UTF-8 bytes, as 32 lower-case hex digits}
  ///
  /// @param text any text
  public static String ofText(String text) {
    return HexFormat.of().formatHex(md5().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java platform has MD5.", e);
    }
  }
}
