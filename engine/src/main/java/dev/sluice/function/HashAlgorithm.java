package dev.sluice.function;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The algorithms of `hash` and `hash_hmac` (spec: functions §6).
enum HashAlgorithm {
  MD2("md2", "MD2", 16),
  MD5("md5", "MD5", 64),
  SHA1("sha1", "SHA-1", 64),
  SHA224("sha224", "SHA-224", 64),
  SHA256("sha256", "SHA-256", 64),
  SHA384("sha384", "SHA-384", 128),
  SHA512("sha512", "SHA-512", 128),
  SHA512_224("sha512/224", "SHA-512/224", 128),
  SHA512_256("sha512/256", "SHA-512/256", 128),
  SHA3_224("sha3-224", "SHA3-224", 144),
  SHA3_256("sha3-256", "SHA3-256", 136),
  SHA3_384("sha3-384", "SHA3-384", 104),
  SHA3_512("sha3-512", "SHA3-512", 72),
  CRC32("crc32", Checksums::crc32),
  CRC32B("crc32b", Checksums::crc32b),
  CRC32C("crc32c", Checksums::crc32c),
  ADLER32("adler32", Checksums::adler32),
  FNV132("fnv132", Checksums::fnv132),
  FNV1A32("fnv1a32", Checksums::fnv1a32),
  FNV164("fnv164", Checksums::fnv164),
  FNV1A64("fnv1a64", Checksums::fnv1a64),
  JOAAT("joaat", Checksums::joaat);

  /// Makes the bytes of a hash.
  @FunctionalInterface
  private interface Digest {
    byte[] of(byte[] data);
  }

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas over constants.
  private final Digest digest;

  /// How many bytes the algorithm takes at a time; 0 for checksums, which `hash_hmac` refuses.
  private final int blockSize;

  HashAlgorithm(String text, String standardName, int blockSize) {
    this.text = text;
    this.digest = data -> digest(standardName, data);
    this.blockSize = blockSize;
  }

  HashAlgorithm(String text, Digest checksum) {
    this.text = text;
    this.digest = checksum;
    this.blockSize = 0;
  }

  /// {@return the algorithm of that name}
  ///
  /// @param name in any case
  static Optional<HashAlgorithm> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(algorithm -> algorithm.text.equals(lower)).findFirst();
  }

  boolean isCryptographic() {
    return blockSize > 0;
  }

  /// {@return the hash}
  byte[] hash(byte[] data) {
    return digest.of(data);
  }

  /// {@return the keyed hash of RFC 2104} Written out because the JDK's takes no empty key.
  ///
  /// @param data what is signed
  /// @param key any length
  byte[] hmac(byte[] data, byte[] key) {
    byte[] block = Arrays.copyOf(key.length > blockSize ? hash(key) : key, blockSize);
    byte[] inner = hash(join(xor(block, 0x36), data));
    return hash(join(xor(block, 0x5c), inner));
  }

  private static byte[] digest(String standardName, byte[] data) {
    try {
      return MessageDigest.getInstance(standardName).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] xor(byte[] block, int mask) {
    byte[] masked = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      masked[i] = (byte) (block[i] ^ mask);
    }
    return masked;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
