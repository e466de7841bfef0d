package dev.sluice.job;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Tells whether two documents are the same: equal for the same properties in the same order with
/// the same values of the same types, whatever their white space and escapes (spec: jobs-and-paging
/// §6.3).
///
/// @param hash hex digits
public record Fingerprint(String hash) {

  /// {@return the fingerprint of a document}
  ///
  /// @param document as received
  public static Fingerprint of(JsonValue document) {
    var digest = new Digest();
    digest.add(document);
    return new Fingerprint(digest.hex());
  }

  /// {@return the fingerprint of a list of values}
  ///
  /// @param values iterated once
  static Fingerprint of(List<JsonValue> values) {
    var digest = new Digest();
    digest.list(values);
    return new Fingerprint(digest.hex());
  }

  /// Collects what is to be hashed in a buffer, so that the hash is fed in large pieces.
  private static final class Digest {
    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    Digest() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(JsonValue value) {
      switch (value) {
        case JsonNull _ -> tag('n');
        case JsonBoolean(boolean flag) -> tag(flag ? 't' : 'f');
        case JsonNumber number -> number(number);
        case JsonString(String text) -> text(text);
        case JsonArray(var items) -> list(items);
        case JsonObject object -> {
          tag('{');
          for (int i = 0; i < object.size(); i++) {
            text(object.shape().name(i));
            add(object.value(i));
          }
          tag('}');
        }
      }
    }

    void list(List<JsonValue> items) {
      tag('[');
      for (JsonValue item : items) {
        add(item);
      }
      tag(']');
    }

    /// `1.0` and `1.00` are the same, `1` and `1.0` are not.
    private void number(JsonNumber number) {
      if (number.isInteger()) {
        tag('i');
        room(Long.BYTES).putLong(number.longValue());
      } else {
        tag('d');
        room(Double.BYTES).putDouble(number.doubleValue());
      }
    }

    private void text(String text) {
      tag('s');
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      room(Integer.BYTES).putInt(bytes.length);
      for (int from = 0; from < bytes.length; ) {
        int length = Math.min(bytes.length - from, room(1).remaining());
        buffer.put(bytes, from, length);
        from += length;
      }
    }

    private void tag(char tag) {
      room(1).put((byte) tag);
    }

    private ByteBuffer room(int bytes) {
      if (buffer.remaining() < bytes) {
        sha256.update(buffer.flip());
        buffer.clear();
      }
      return buffer;
    }

    String hex() {
      sha256.update(buffer.flip());
      return HexFormat.of().formatHex(sha256.digest());
    }
  }
}
