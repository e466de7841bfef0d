package dev.sluice.auth;

import dev.sluice.http.Request;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The life of a login: made when the first request needs it, shared by all requests, made again
/// when it has expired or was refused (spec: authentication §5.2, README G-03).
///
/// Safe for any number of threads. One login is in flight at a time, on a thread of its own: a
/// request that is given up while it waits does not take the login away from the others. Whoever
/// waited for a login that fails gets its error.
final class LoginCycle {
  /// Far more than the retries of a login take; a bound for what should not happen.
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Function<Request, Token> login;
  private final InstantSource clock;
  private final Executor threads;
  private final Object lock = new Object();
  private @Nullable Token current;
  private @Nullable CompletableFuture<Token> inFlight;

  /// Prepares; nothing is sent.
  ///
  /// @param login logs in for a request
  /// @param clock tells what has expired
  /// @param threads runs the logins
  LoginCycle(Function<Request, Token> login, InstantSource clock, Executor threads) {
    this.login = login;
    this.clock = clock;
    this.threads = threads;
  }

  /// {@return a token that may be used now, after a login if there is none}
  ///
  /// @param request the request about to be sent
  /// @throws UserError if the login fails
  Token tokenFor(Request request) {
    while (true) {
      Flight flight = flightFor(request);
      Token token = arrival(flight.token());
      if (flight.isForAsker()
          || token.validity().servesWhoWaited()
          || token.validity().serves(request, clock.instant())) {
        return token;
      }
    }
  }

  /// {@return a token to send a request once more, after a login unless there has been one already}
  ///
  /// @param request the refused request
  /// @param refused the token it was sent with; dropped if it is still the current one
  /// @throws UserError if the login fails
  Token afterRefusal(Request request, Token refused) {
    synchronized (lock) {
      if (isCurrent(refused)) {
        current = null;
      }
    }
    return tokenFor(request);
  }

  /// A login, made or being made.
  ///
  /// @param token arrives when it is made
  /// @param isForAsker whether it serves whoever asked, however short it serves
  private record Flight(CompletableFuture<Token> token, boolean isForAsker) {}

  private Flight flightFor(Request request) {
    synchronized (lock) {
      Token token = current;
      if (token != null && token.validity().serves(request, clock.instant())) {
        return new Flight(CompletableFuture.completedFuture(token), true);
      }
      CompletableFuture<Token> present = inFlight;
      if (present != null) {
        return new Flight(present, false);
      }
      CompletableFuture<Token> started = new CompletableFuture<>();
      inFlight = started;
      threads.execute(() -> fly(request, started));
      return new Flight(started, true);
    }
  }

  private void fly(Request request, CompletableFuture<Token> flight) {
    try {
      Token token = login.apply(request);
      land(token);
      flight.complete(token);
    } catch (RuntimeException | Error failure) {
      land(null);
      flight.completeExceptionally(failure);
    }
  }

  private void land(@Nullable Token token) {
    synchronized (lock) {
      current = token;
      inFlight = null;
    }
  }

  private static Token arrival(CompletableFuture<Token> flight) {
    try {
      return flight.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw shared(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new UserError(
          Problem.at(
              Placed.ENDPOINT,
              "Cannot log in: the login did not end within "
                  + LONGEST_WAIT.toMinutes()
                  + " minutes",
              "Set api.http.requestTimeout, or lower api.retryConfig.maxRetries."),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("Interrupted while waiting for a login");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  /// Each thread throws an exception of its own.
  private static RuntimeException shared(Throwable failure) {
    if (failure instanceof UserError error) {
      var copy = new UserError(error.problems());
      copy.initCause(error);
      return copy;
    }
    return new IllegalStateException("The login ended unexpectedly", failure);
  }

  @SuppressWarnings("ReferenceEquality") // Two logins are never the same.
  private boolean isCurrent(Token token) {
    return current == token;
  }
}
