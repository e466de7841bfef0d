package dev.sluice.auth;

import dev.sluice.http.Request;
import java.time.Instant;
import java.util.Optional;

/// How long a login serves (spec: authentication §5.5, README G-03).
sealed interface Validity {
  /// {@return whether the login may be used}
  ///
  /// @param request the attempt's request
  /// @param now the time of the attempt
  boolean serves(Request request, Instant now);

  /// {@return whether attempts that waited for this login may use it, however short it serves}
  default boolean servesWhoWaited() {
    return false;
  }

  /// {@return when it stops to serve, if that is known}
  default Optional<Instant> end() {
    return Optional.empty();
  }

  /// Until it is refused or the iteration ends.
  record Unlimited() implements Validity {
    @Override
    public boolean serves(Request request, Instant now) {
      return true;
    }
  }

  /// Through a second of the clock; over before it began if that lies in the past.
  ///
  /// @param second seconds of Unix time
  record ThroughSecond(long second) implements Validity {
    @Override
    public boolean serves(Request request, Instant now) {
      return now.getEpochSecond() <= second;
    }

    @Override
    public Optional<Instant> end() {
      return second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()
          ? Optional.empty()
          : Optional.of(Instant.ofEpochSecond(second));
    }
  }

  /// Until a moment before the token expires.
  ///
  /// @param renewal when a new login is due
  /// @param expiry when the token expires by what the server said
  record Renewed(Instant renewal, Instant expiry) implements Validity {
    @Override
    public boolean serves(Request request, Instant now) {
      return now.isBefore(renewal);
    }

    @Override
    public boolean servesWhoWaited() {
      return true;
    }

    @Override
    public Optional<Instant> end() {
      return Optional.of(expiry);
    }
  }

  /// For one request and its retries.
  ///
  /// @param request the only one it serves
  record OneRequest(Request request) implements Validity {
    @SuppressWarnings(
        "ReferenceEquality") // Another request to the same address needs another login.
    @Override
    public boolean serves(Request other, Instant now) {
      return other == request;
    }
  }
}
