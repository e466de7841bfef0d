package dev.sluice.http.cache;

import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Answers `GET` requests from what was kept, and keeps what the network answers (spec:
/// run-and-http §4.14). Errors and statuses that are retried are not kept; other verbs pass.
public final class CacheStage implements Stage {
  private static final int FIRST_ERROR = 400;
  private static final int NOT_MODIFIED = 304;

  private final CacheFiles files;
  private final Duration ttl;
  private final Set<Integer> retried;
  private final InstantSource clock;

  /// Prepares for requests; nothing is read yet.
  ///
  /// @param files where answers are kept
  /// @param ttl how long an answer stays good after it was kept
  /// @param retried statuses that are retried
  /// @param clock the time
  public CacheStage(CacheFiles files, Duration ttl, Set<Integer> retried, InstantSource clock) {
    this.files = files;
    this.ttl = ttl;
    this.retried = Set.copyOf(retried);
    this.clock = clock;
  }

  @Override
  public Response send(Request request, Next next) {
    if (!request.verb().equals("GET")) {
      return next.send(request);
    }
    Optional<CacheFiles.Entry> kept = files.find(request);
    if (kept.isEmpty()) {
      return keep(request, next.send(request));
    }
    CacheFiles.Entry entry = kept.get();
    if (clock.instant().isBefore(entry.goodUntil())) {
      return entry.response();
    }
    boolean isGoodAgain = false;
    try {
      Response response = next.send(conditional(request, entry.response().headers()));
      isGoodAgain = response.status() == NOT_MODIFIED;
      if (!isGoodAgain) {
        return keep(request, response);
      }
      response.body().close();
    } finally {
      if (!isGoodAgain) {
        entry.response().body().close();
      }
    }
    return keep(request, entry.response());
  }

  /// Keeps an answer that may be kept.
  ///
  /// @return the answer; its body is closed when it can't be kept
  private Response keep(Request request, Response response) {
    boolean isWorthKeeping =
        response.status() < FIRST_ERROR
            && response.status() != NOT_MODIFIED
            && !retried.contains(response.status())
            && request.headers().all("Cache-Control").stream().noneMatch(CacheStage::forbids);
    if (isWorthKeeping) {
      Instant goodUntil = clock.instant().plus(ttl);
      boolean kept = false;
      try {
        files.keep(request, new CacheFiles.Entry(response, goodUntil));
        kept = true;
      } finally {
        if (!kept) {
          response.body().close();
        }
      }
    }
    return response;
  }

  private static boolean forbids(String cacheControl) {
    return cacheControl.toLowerCase(Locale.ROOT).contains("no-store");
  }

  private static Request conditional(Request request, Headers kept) {
    Headers headers = request.headers();
    Optional<String> tag = kept.first("ETag");
    if (tag.isPresent()) {
      headers = headers.set("If-None-Match", tag.get());
    }
    Optional<String> modified = kept.first("Last-Modified");
    if (modified.isPresent()) {
      headers = headers.set("If-Modified-Since", modified.get());
    }
    return request.withHeaders(headers);
  }
}
