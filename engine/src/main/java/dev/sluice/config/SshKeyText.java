package dev.sluice.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the text of a private key in order, since line breaks rarely survive the way into a JSON
/// file (spec: authentication §11).
final class SshKeyText {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z][A-Za-z-]*: .*$");
  private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_CIPHER = "\0\0\0\4none".getBytes(StandardCharsets.US_ASCII);
  private static final int COLUMNS = 64;

  private SshKeyText() {}

  /// {@return the first private key of a text, in lines, if it can be used without a pass phrase}
  ///
  /// @param node the text; line breaks may be `\r\n`, spaces, the two characters `\n`, or missing
  static Optional<String> read(ConfigNode node) {
    if (node.isEmpty()) {
      node.error("Key must not be empty");
      return Optional.empty();
    }
    String text = node.string().orElse("");
    Matcher block = BLOCK.matcher(text.replace("\\r", "").replace("\\n", "\n").replace("\r", "\n"));
    if (!block.find()) {
      node.error("Cannot use the SSH key: there is no private key in the text.", advice(text));
      return Optional.empty();
    }
    String label = block.group(1);
    String content = block.group(2);
    // In a key with a pass phrase, headers of its own stand before the Base64.
    boolean isEncrypted = label.startsWith("ENCRYPTED") || content.contains("ENCRYPTED");
    byte[] bytes = isEncrypted ? new byte[0] : bytes(content);
    if (isEncrypted || isEncryptedOpenSsh(bytes)) {
      node.error(
          "Cannot use the SSH key: it has a pass phrase.",
          "ssh-keygen -p -N '' -f KEYFILE takes it off a copy of the key.");
      return Optional.empty();
    }
    if (bytes.length == 0) {
      node.error(
          "Cannot use the SSH key: what stands between its first and last line is not Base64.",
          "Copy the key file again, whole.");
      return Optional.empty();
    }
    return Optional.of(lines(label, bytes));
  }

  private static byte[] bytes(String content) {
    try {
      String base64 = HEADER.matcher(content).replaceAll("").replaceAll("\\s", "");
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static boolean isEncryptedOpenSsh(byte[] key) {
    int from = OPENSSH.length;
    int to = from + NO_CIPHER.length;
    return key.length >= to
        && Arrays.equals(key, 0, from, OPENSSH, 0, from)
        && !Arrays.equals(key, from, to, NO_CIPHER, 0, NO_CIPHER.length);
  }

  private static String lines(String label, byte[] bytes) {
    String base64 = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
  }

  private static String advice(String text) {
    if (text.startsWith("PuTTY")) {
      return "PuTTYgen writes it in the form of OpenSSH: Conversions, Export OpenSSH key.";
    }
    if (text.contains("PUBLIC KEY-----") || text.strip().matches("(?s)(ssh|ecdsa)-\\S+ .*")) {
      return "This is the public key, which belongs on the server.";
    }
    return "It begins with -----BEGIN … PRIVATE KEY----- and ends with -----END … PRIVATE KEY-----.";
  }
}
