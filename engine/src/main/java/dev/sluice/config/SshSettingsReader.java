package dev.sluice.config;

import dev.sluice.php.IntCast;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads [SshSettings].
public final class SshSettingsReader {
  private static final List<String> REQUIRED = List.of("user", "host", "port", "#privateKey");
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");

  private SshSettingsReader() {}

  /// {@return the tunnel, if there is to be one and it is described without mistakes}
  ///
  /// @param node `parameters.sshProxy`
  public static Optional<SshSettings> read(ConfigNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    if (!node.isMapOrList()) {
      node.error(
          "The 'sshProxy' must be an object.",
          "It has the keys host, port, user and #privateKey, or is left out.");
      return Optional.empty();
    }
    List<String> missing = REQUIRED.stream().filter(key -> !node.at(key).present()).toList();
    if (!missing.isEmpty()) {
      node.error("Missing parameters '" + String.join(",", missing) + "' in SSH config.");
      return Optional.empty();
    }
    String host = text(node.at("host"));
    String user = text(node.at("user"));
    int port = port(node.at("port"));
    Optional<String> fingerprint = fingerprint(node.at("hostKeyFingerprint"));
    return SshKeyText.read(node.at("#privateKey"))
        .map(key -> new SshSettings(host, port, user, key, fingerprint));
  }

  private static String text(ConfigNode node) {
    String text = node.text().orElse("").strip();
    if (text.isEmpty()) {
      node.error("The '" + key(node) + "' of 'sshProxy' must be a text that is not empty.");
    }
    return text;
  }

  private static int port(ConfigNode node) {
    long port = IntCast.of(node.value());
    if (port < 1 || port > 65_535) {
      node.error("The 'port' of 'sshProxy' must be an integer from 1 to 65535.", "SSH uses 22.");
    }
    return Math.clamp(port, 1, 65_535);
  }

  private static Optional<String> fingerprint(ConfigNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    String text = node.string().orElse("").strip();
    if (!FINGERPRINT.matcher(text).matches()) {
      node.error(
          "The 'hostKeyFingerprint' of 'sshProxy' must be a text such as \"SHA256:…\".",
          "ssh-keyscan HOST | ssh-keygen -lf - shows it.");
    }
    return Optional.of(text.endsWith("=") ? text.substring(0, text.length() - 1) : text);
  }

  private static String key(ConfigNode node) {
    String path = node.path().text();
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
