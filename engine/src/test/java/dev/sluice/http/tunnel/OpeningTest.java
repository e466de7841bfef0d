package dev.sluice.http.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.SshSettings;
import dev.sluice.event.Level;
import dev.sluice.http.Pipeline;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.Requests;
import dev.sluice.http.SteppedTime;
import dev.sluice.problem.UserError;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What happens when the SSH server is not there (spec: authentication §11).
final class OpeningTest {
  private final RecordedEvents events = new RecordedEvents();
  private final List<Duration> pauses = new ArrayList<>();
  private final Pipeline.Surroundings surroundings =
      new Pipeline.Surroundings(new SteppedTime(), pauses::add, events);

  private static SshSettings settings(String host, int port, String key) {
    return new SshSettings(host, port, "tunnel", key, Optional.empty());
  }

  private static String key() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
  }

  private static UserError error(SshTunnel tunnel) {
    return assertThrows(
        UserError.class,
        () ->
            tunnel.send(
                Requests.get("https://api.example.com/"),
                _ -> {
                  throw new AssertionError("sent without a tunnel");
                }));
  }

  @Test
  void triesFiveTimesWithGrowingPauses() throws Exception {
    int port = SshServer.freePort();
    String message =
        "Unable to create ssh tunnel. Output:  ErrorOutput: connect to host 127.0.0.1 port "
            + port
            + ": Connection refused";
    try (var tunnel = new SshTunnel(settings("127.0.0.1", port, key()), surroundings)) {
      UserError error = error(tunnel);

      assertEquals(message, error.problems().getFirst().message());
      assertEquals(
          List.of(100L, 200L, 400L, 800L), pauses.stream().map(Duration::toMillis).toList());
      assertEquals(
          List.of(
              "Creating SSH tunnel to '127.0.0.1' ...",
              message + ". Retrying... [1x]",
              message + ". Retrying... [2x]",
              message + ". Retrying... [3x]",
              message + ". Retrying... [4x]"),
          events.messages(Level.INFO));
      assertEquals(List.of(), events.messages(Level.DEBUG));
    }
  }

  @Test
  void givesUpOnceForAllRequests() throws Exception {
    try (var tunnel =
        new SshTunnel(settings("127.0.0.1", SshServer.freePort(), key()), surroundings)) {
      UserError first = error(tunnel);

      assertSame(first, error(tunnel));
      assertEquals(4, pauses.size());
    }
  }

  @Test
  void saysThatTheNameHasNoAddress() throws Exception {
    try (var tunnel = new SshTunnel(settings("gw.invalid", 22, key()), surroundings)) {
      assertEquals(
          "Unable to create ssh tunnel. Output:  ErrorOutput: Could not resolve hostname gw.invalid",
          error(tunnel).problems().getFirst().message());
    }
  }

  @Test
  void refusesADamagedKeyBeforeTheFirstRequest() {
    String damaged =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n";

    UserError error =
        assertThrows(
            UserError.class, () -> new SshTunnel(settings("127.0.0.1", 22, damaged), surroundings));

    assertEquals(
        "Cannot use the SSH key: it is damaged or of an unknown kind"
            + " (parameters.sshProxy.#privateKey).",
        error.problems().getFirst().message());
  }
}
