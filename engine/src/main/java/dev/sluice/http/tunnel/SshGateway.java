package dev.sluice.http.tunnel;

import dev.sluice.config.SshSettings;
import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/// Logs in on the SSH server: with the one key of the configuration, and nothing that lies about on
/// this machine (no files of `~/.ssh`, no agent, no password). Used by one thread at a time.
final class SshGateway implements AutoCloseable {
  /// How often a sign of life is asked for.
  static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  /// How many in a row may get no answer (spec: README G-09).
  private static final int MISSES = 2;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SshSettings settings;
  private final KeyPair key;
  private final HostKeyCheck hostKey;
  private final SshClient client;

  /// Prepares for connections; nothing is opened yet.
  ///
  /// @param settings where the server is
  /// @param keepAlive how often a sign of life is asked for
  /// @param events learns of the server's key
  /// @throws UserError if the private key can't be used
  SshGateway(SshSettings settings, Duration keepAlive, Events events) {
    this.settings = settings;
    this.key = TunnelKey.of(settings);
    this.hostKey = new HostKeyCheck(settings.host(), settings.hostKeyFingerprint(), events);
    this.client = client(keepAlive);
  }

  /// {@return the server's name}
  String host() {
    return settings.host();
  }

  /// {@return a new connection to the server}
  ///
  /// @throws SshFailure if there is none, for a reason that may pass
  /// @throws UserError if the server's key is not the expected one
  SshSession connect() throws SshFailure {
    if (!client.isStarted()) {
      client.start();
    }
    try {
      return new SshSession(loggedIn(reached()));
    } catch (InterruptedIOException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("Interrupted while the tunnel was being opened");
      cancelled.initCause(e);
      throw cancelled;
    } catch (IOException e) {
      throw described(e);
    }
  }

  /// Closes all connections.
  @Override
  public void close() {
    client.stop();
  }

  private SshClient client(Duration keepAlive) {
    SshClient made = ClientBuilder.builder().build(true);
    made.setServerKeyVerifier(hostKey);
    made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(made, keepAlive);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(made, MISSES);
    // A tunnel waits as long as the run does.
    CoreModuleProperties.IDLE_TIMEOUT.set(made, Duration.ZERO);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(made, Duration.ZERO);
    CoreModuleProperties.AUTH_TIMEOUT.set(made, LIMIT);
    CoreModuleProperties.TCP_NODELAY.set(made, true);
    return made;
  }

  /// Address after address, of either family.
  private ClientSession reached() throws IOException {
    IOException failure = new UnknownHostException(settings.host());
    for (InetAddress address : InetAddress.getAllByName(settings.host())) {
      try {
        return client
            .connect(settings.user(), new InetSocketAddress(address, settings.port()))
            .verify(LIMIT)
            .getSession();
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private ClientSession loggedIn(ClientSession session) throws IOException {
    boolean isIn = false;
    try {
      session.addPublicKeyIdentity(key);
      session.auth().verify(LIMIT);
      isIn = true;
      return session;
    } finally {
      if (!isIn) {
        session.close(true);
      }
    }
  }

  private SshFailure described(IOException failure) {
    if (!hostKey.isExpected()) {
      throw hostKey.error();
    }
    String address = "'host' and 'port' of 'sshProxy'";
    for (Throwable next = failure; next != null; next = next.getCause()) {
      switch (next) {
        case UnknownHostException _ -> {
          String reason = "Could not resolve hostname " + settings.host();
          return new SshFailure(reason, "Check 'host' of 'sshProxy'.", failure);
        }
        case ConnectException _ -> {
          String reason =
              "connect to host %s port %d: %s"
                  .formatted(settings.host(), settings.port(), next.getMessage());
          return new SshFailure(reason, "Check " + address + ".", failure);
        }
        case TimeoutException _ -> {
          String reason =
              "connect to host %s port %d: no answer within %d seconds"
                  .formatted(settings.host(), settings.port(), LIMIT.toSeconds());
          return new SshFailure(reason, "Check " + address + ".", failure);
        }
        default -> {}
      }
    }
    return failure instanceof SshException e && isDenied(e)
        ? new SshFailure(
            settings.user() + "@" + settings.host() + ": Permission denied (publickey)",
            "Check 'user' and '#privateKey' of 'sshProxy', and that the server knows the public key"
                + " that belongs to it.",
            failure)
        : new SshFailure(String.valueOf(failure.getMessage()), "Check " + address + ".", failure);
  }

  private static boolean isDenied(SshException failure) {
    return failure.getDisconnectCode()
        == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
  }
}
