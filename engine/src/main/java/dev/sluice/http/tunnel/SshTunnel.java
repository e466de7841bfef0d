package dev.sluice.http.tunnel;

import dev.sluice.config.SshSettings;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.http.Pipeline;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.transport.Connector;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// One tunnel for all requests of a run (spec: authentication §11). Safe for several threads.
///
/// As a stage, called before each attempt of a request, it opens the tunnel the first time and
/// opens it again when it is found dead. As a connector it gives connections through the tunnel;
/// names are resolved by the SSH server.
public final class SshTunnel implements Stage, Connector, AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final SshGateway gateway;
  private final Pipeline.Surroundings surroundings;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile Optional<SshSession> session = Optional.empty();

  /// How often opening has ended, well or badly; who waited meanwhile shares the outcome.
  private final AtomicInteger openings = new AtomicInteger();

  private Optional<UserError> failure = Optional.empty();

  /// Prepares the tunnel; nothing is opened yet.
  ///
  /// @param settings where it leads
  /// @param surroundings time and events
  /// @throws UserError if the key can't be used
  public SshTunnel(SshSettings settings, Pipeline.Surroundings surroundings) {
    this(new SshGateway(settings, SshGateway.KEEP_ALIVE, surroundings.events()), surroundings);
  }

  /// Prepares the tunnel for tests that can't wait.
  ///
  /// @param gateway opens SSH connections
  /// @param surroundings time and events
  SshTunnel(SshGateway gateway, Pipeline.Surroundings surroundings) {
    this.gateway = gateway;
    this.surroundings = surroundings;
  }

  /// {@return the answer of the stages behind, after opening the tunnel if it is not open}
  ///
  /// @throws UserError if it can't be opened the first time, or if the server's key is not the
  ///   expected one; a tunnel that can't be opened again makes the attempt fail by itself
  @Override
  public Response send(Request request, Next next) {
    int before = openings.get();
    if (!isAlive()) {
      openUnlessDoneSince(before);
    }
    return next.send(request);
  }

  @Override
  public Socket open(String host, int port, Duration timeout) throws IOException {
    SshSession open =
        session
            .filter(SshSession::isAlive)
            .orElseThrow(() -> new ConnectException("the SSH tunnel is closed"));
    return open.connect(host, port, timeout);
  }

  /// Closes the tunnel with all connections through it.
  @Override
  public void close() {
    gateway.close();
  }

  private boolean isAlive() {
    return session.filter(SshSession::isAlive).isPresent();
  }

  private void openUnlessDoneSince(int before) {
    lock();
    try {
      if (failure.isEmpty() && !isAlive() && openings.get() == before) {
        openOnce();
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
    } finally {
      opening.unlock();
    }
  }

  private void openOnce() {
    boolean isFirst = session.isEmpty();
    session.ifPresent(dead -> {
      log(Level.DEBUG, "SSH tunnel is not alive. Reconnecting ...");
      dead.close();
    });
    try {
      session = Optional.of(opened());
    } catch (SshFailure e) {
      // Once it has worked, what is wrong now may pass: the attempt fails and is retried.
      failure = isFirst ? Optional.of(e.asUserError()) : Optional.empty();
    } catch (UserError e) {
      failure = Optional.of(e);
    } finally {
      openings.incrementAndGet();
    }
  }

  private SshSession opened() throws SshFailure {
    log(Level.INFO, "Creating SSH tunnel to '" + gateway.host() + "' ...");
    for (int attempt = 1; ; attempt++) {
      try {
        SshSession opened = gateway.connect();
        log(Level.DEBUG, "SSH tunnel created.");
        return opened;
      } catch (SshFailure e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        log(Level.INFO, e.message() + ". Retrying... [" + attempt + "x]");
        surroundings.pause().lasts(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      }
    }
  }

  private void lock() {
    try {
      opening.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("Interrupted while the tunnel was being opened");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private void log(Level level, String message) {
    surroundings.events().on(new RunEvent.Log(level, message, JsonObject.EMPTY));
  }
}
