package dev.sluice.studio.document;

import dev.sluice.studio.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `config.json` on disk. Nothing that changed outside since it was read is overwritten. Safe for
/// several threads.
public final class ConfigFile {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ETAG_BYTES = 12;
  private static final String MISSING = "missing";
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final SecretKeySpec key;

  /// What is in the file.
  ///
  /// @param text its text; empty when there is none
  /// @param etag changes with each byte; tells nothing about the content
  /// @param exists whether there is a file
  public record Content(String text, String etag, boolean exists) {}

  /// Opens nothing yet.
  ///
  /// @param file may be missing
  public ConfigFile(Path file) {
    this.file = file;
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /// {@return where it is}
  public Path path() {
    return file;
  }

  /// {@return what is in the file now}
  ///
  /// @throws Refusal if it can't be read, or is no UTF-8
  public synchronized Content read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Content(text, etag(bytes), true);
    } catch (NoSuchFileException _) {
      return new Content("", MISSING, false);
    } catch (CharacterCodingException _) {
      throw new Refusal(422, "not_utf8", "'" + file + "' is not a text in UTF-8.");
    } catch (IOException e) {
      throw new Refusal(422, "not_readable", "Cannot read '" + file + "': " + e.getMessage() + ".");
    }
  }

  /// Replaces the file as a whole, if it still is as it was read. A text that is the same already
  /// is not written.
  ///
  /// @param etag of the content that the text was made from
  /// @param text the new content
  /// @return what is in the file then
  /// @throws Refusal if it was changed outside, or can't be written
  public synchronized Content write(String etag, String text) {
    Content present = read();
    if (!present.etag().equals(etag)) {
      throw new Refusal(
          412,
          "changed_outside",
          "'" + file + "' was changed by something else since it was opened here.");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!present.exists() || !present.text().equals(text)) {
      try {
        replace(bytes);
      } catch (IOException | UncheckedIOException e) {
        throw new Refusal(
            422, "not_writable", "Cannot write '" + file + "': " + e.getMessage() + ".");
      }
    }
    return new Content(text, etag(bytes), true);
  }

  private void replace(byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".config", ".json");
    try {
      boolean isPosix = Files.getFileStore(folder).supportsFileAttributeView("posix");
      if (isPosix) {
        Files.setPosixFilePermissions(
            fresh, Files.exists(target) ? Files.getPosixFilePermissions(target) : PRIVATE);
      }
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        while (content.hasRemaining()) {
          out.write(content);
        }
        out.force(true);
      }
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Keyed, so that it can't be used to guess a secret.
  private String etag(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(bytes), 0, ETAG_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("The JDK lacks " + ALGORITHM + ".", e);
    }
  }
}
