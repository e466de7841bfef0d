package dev.sluice.function;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// Hashes that protect against nothing but mistakes (spec: functions §6, tier 2).
final class Checksums {
  private static final int BZIP2_POLYNOMIAL = 0x04C11DB7;
  private static final int FNV_32_BASIS = 0x811C9DC5;
  private static final int FNV_32_PRIME = 0x01000193;
  private static final long FNV_64_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_64_PRIME = 0x100000001B3L;

  private Checksums() {}

  /// {@return the CRC of BZIP2 with its four bytes reversed}
  static byte[] crc32(byte[] data) {
    int crc = -1;
    for (byte b : data) {
      crc ^= b << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ BZIP2_POLYNOMIAL : crc << 1;
      }
    }
    return bytes(Integer.reverseBytes(~crc));
  }

  static byte[] crc32b(byte[] data) {
    return checksum(new CRC32(), data);
  }

  static byte[] crc32c(byte[] data) {
    return checksum(new CRC32C(), data);
  }

  static byte[] adler32(byte[] data) {
    return checksum(new Adler32(), data);
  }

  static byte[] fnv132(byte[] data) {
    int hash = FNV_32_BASIS;
    for (byte b : data) {
      hash = hash * FNV_32_PRIME ^ (b & 0xff);
    }
    return bytes(hash);
  }

  static byte[] fnv1a32(byte[] data) {
    int hash = FNV_32_BASIS;
    for (byte b : data) {
      hash = (hash ^ (b & 0xff)) * FNV_32_PRIME;
    }
    return bytes(hash);
  }

  static byte[] fnv164(byte[] data) {
    long hash = FNV_64_BASIS;
    for (byte b : data) {
      hash = hash * FNV_64_PRIME ^ (b & 0xff);
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
  }

  static byte[] fnv1a64(byte[] data) {
    long hash = FNV_64_BASIS;
    for (byte b : data) {
      hash = (hash ^ (b & 0xff)) * FNV_64_PRIME;
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
  }

  /// {@return Bob Jenkins' one-at-a-time hash}
  static byte[] joaat(byte[] data) {
    int hash = 0;
    for (byte b : data) {
      hash += b & 0xff;
      hash += hash << 10;
      hash ^= hash >>> 6;
    }
    hash += hash << 3;
    hash ^= hash >>> 11;
    hash += hash << 15;
    return bytes(hash);
  }

  private static byte[] checksum(Checksum checksum, byte[] data) {
    checksum.update(data);
    return bytes((int) checksum.getValue());
  }

  private static byte[] bytes(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
