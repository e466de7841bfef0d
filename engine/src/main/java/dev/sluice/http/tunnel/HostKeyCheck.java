package dev.sluice.http.tunnel;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/// Looks at the key of the SSH server: any will do, as in the original, unless the configuration
/// names one (spec: authentication §11). Its fingerprint is logged whenever it is another one than
/// before. Called by the library's threads.
final class HostKeyCheck implements ServerKeyVerifier {
  private final String host;
  private final Optional<String> expected;
  private final Events events;
  private volatile String seen = "";

  /// Prepares for connections.
  ///
  /// @param host the server, for messages
  /// @param expected the only fingerprint to accept, without padding
  /// @param events learns of fingerprints
  HostKeyCheck(String host, Optional<String> expected, Events events) {
    this.host = host;
    this.expected = expected;
    this.events = events;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress server, PublicKey key) {
    String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    if (!fingerprint.equals(seen)) {
      seen = fingerprint;
      String message = "The host key of '%s' is %s.".formatted(host, fingerprint);
      events.on(new RunEvent.Log(Level.INFO, message, JsonObject.EMPTY));
    }
    return isExpected();
  }

  /// {@return whether the latest key may be the server's}
  boolean isExpected() {
    return seen.isEmpty() || expected.map(seen::equals).orElse(true);
  }

  /// {@return what to tell the user about a key that is not the expected one}
  UserError error() {
    return new UserError(
        Problem.of(
            "The host key of '%s' is %s, but 'hostKeyFingerprint' is %s."
                .formatted(host, seen, expected.orElse("")),
            "Somebody may be answering in the server's place. If the server has got a new key, put"
                + " its fingerprint into 'sshProxy'."));
  }
}
