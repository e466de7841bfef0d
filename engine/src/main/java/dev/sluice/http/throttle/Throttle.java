package dev.sluice.http.throttle;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.http.Pipeline;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.RetryDelay;
import dev.sluice.http.Stage;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Bounds how many requests are in flight to one origin, and lets none pass while the origin asks
/// for a pause; who can't send waits. Safe for several threads.
///
/// Logins count apart from requests to the API, also at the same origin, so that a login is never
/// behind the requests that wait for it.
public final class Throttle implements Stage {
  private static final Set<Integer> TOO_MUCH = Set.of(429, 503);

  /// A quota that comes back later than this is not waited for: the API says itself, with a status
  /// and a time, when it has had enough.
  private static final Duration LONGEST_QUOTA_WAIT = Duration.ofMinutes(15);

  /// A pause that people would wonder about.
  private static final Duration LONG = Duration.ofSeconds(5);

  private final int most;
  private final String retryHeader;
  private final Pipeline.Surroundings surroundings;
  private final ConcurrentHashMap<String, Origin> origins = new ConcurrentHashMap<>();

  /// Begins with nothing in flight.
  ///
  /// @param most requests in flight to an origin, at least 1; see [HttpSettings.Limits#concurrency]
  /// @param retryHeader the header by which an origin asks for a pause
  /// @param surroundings time and events
  public Throttle(int most, String retryHeader, Pipeline.Surroundings surroundings) {
    this.most = most;
    this.retryHeader = retryHeader;
    this.surroundings = surroundings;
  }

  @Override
  public Response send(Request request, Next next) {
    String purpose = request.purpose().isLogin() ? "login " : "";
    Origin origin =
        origins.computeIfAbsent(purpose + request.url().origin(), _ -> new Origin(most));
    Origin.Place place = place(origin);
    Instant start = surroundings.clock().instant();
    Optional<Duration> took = Optional.empty();
    try {
      Response response = next.send(request);
      Instant end = surroundings.clock().instant();
      if (!TOO_MUCH.contains(response.status())) {
        took = Optional.of(Duration.between(start, end));
      }
      heed(request, response, origin, end);
      return response;
    } finally {
      origin
          .leave(place, took)
          .ifPresent(fewer -> surroundings.events().debug(fewer(request, fewer)));
    }
  }

  private Origin.Place place(Origin origin) {
    Instant waited = Instant.MIN;
    while (true) {
      Instant now = surroundings.clock().instant();
      switch (origin.enter(now, waited)) {
        case Origin.Place place -> {
          return place;
        }
        case Origin.Closed(Instant until) -> {
          surroundings.pause().lasts(Duration.between(now, until));
          waited = until;
        }
      }
    }
  }

  private void heed(Request request, Response response, Origin origin, Instant now) {
    if (TOO_MUCH.contains(response.status())) {
      List<String> values = response.headers().all(retryHeader);
      RetryDelay.named(String.join(", ", values), now)
          .ifPresent(wait -> close(request, origin, now, wait, "status " + response.status()));
    }
    Quota.of(response.headers(), now)
        .filter(quota -> origin.count(quota, now))
        .filter(quota -> quota.reset().compareTo(LONGEST_QUOTA_WAIT) <= 0)
        .ifPresent(quota -> close(request, origin, now, quota.reset(), "its quota is used up"));
  }

  private void close(Request request, Origin origin, Instant now, Duration wait, String reason) {
    if (wait.isPositive() && origin.close(now.plus(wait))) {
      var paused = new RunEvent.Paused(request.url().shownOrigin(), reason, wait);
      surroundings.events().on(paused);
      Level level = wait.compareTo(LONG) >= 0 ? Level.INFO : Level.DEBUG;
      surroundings.events().on(new RunEvent.Log(level, text(paused), JsonObject.EMPTY));
    }
  }

  private static String text(RunEvent.Paused paused) {
    return String.format(
        Locale.ROOT,
        "%s asks for a pause of %d s: %s. No request is sent to it until then.",
        paused.origin(),
        Math.ceilDiv(paused.pause().toMillis(), 1000),
        paused.reason());
  }

  private static String fewer(Request request, int most) {
    return "%s does not keep up: at most %d requests to it are in flight from now on."
        .formatted(request.url().shownOrigin(), most);
  }
}
