package dev.sluice.http;

import dev.sluice.config.RetrySettings;
import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Sends a request again while the configuration counts its outcome among the passing ones (spec:
/// run-and-http §4.11).
final class RetryStage implements Stage {
  /// The bounds of a login that `retryConfig` says nothing about (spec: README G-03).
  private static final int LOGIN_RETRIES = 5;

  private static final Duration LOGIN_TIME = Duration.ofMinutes(5);

  /// What a token endpoint says about credentials does not pass by itself.
  private static final Set<Integer> FINAL_FOR_LOGINS = Set.of(400, 401);

  private final RetrySettings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final Events events;

  RetryStage(RetrySettings settings, InstantSource clock, Pause pause, Events events) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.events = events;
  }

  @Override
  public Response send(Request request, Next next) {
    Instant start = clock.instant();
    for (int retry = 1; ; retry++) {
      Outcome outcome = attempt(request, next);
      if (retry > retries(request) || !isWorthRetrying(request, outcome)) {
        return outcome.result();
      }
      Duration delay = outcome.namedDelay(settings, clock).orElseGet(delayWithoutName(retry));
      if (exceedsTime(request, start, delay)) {
        return outcome.result();
      }
      log(request, outcome, delay, retry);
      outcome.discard();
      pause.lasts(delay);
    }
  }

  private static Outcome attempt(Request request, Next next) {
    try {
      return new Answered(next.send(request));
    } catch (NetworkFailure failure) {
      return new Failed(failure);
    }
  }

  private static java.util.function.Supplier<Duration> delayWithoutName(int retry) {
    return () -> RetryDelay.beforeRetry(retry);
  }

  private int retries(Request request) {
    return request.purpose().isLogin()
        ? settings.configuredRetries().orElse(LOGIN_RETRIES)
        : settings.maxRetries();
  }

  private boolean isWorthRetrying(Request request, Outcome outcome) {
    return switch (outcome) {
      case Answered(Response response) ->
          settings.httpCodes().contains(response.status())
              && !(request.purpose().isLogin() && FINAL_FOR_LOGINS.contains(response.status()));
      case Failed(NetworkFailure failure) -> settings.curlCodes().contains(failure.code().number());
    };
  }

  private boolean exceedsTime(Request request, Instant start, Duration delay) {
    return request.purpose().isLogin()
        && settings.configuredRetries().isEmpty()
        && clock.instant().plus(delay).isAfter(start.plus(LOGIN_TIME));
  }

  private void log(Request request, Outcome outcome, Duration delay, int retry) {
    String message =
        String.format(
            Locale.ROOT,
            "Http request failed, retrying in %.1f seconds [%dx].",
            delay.toMillis() / 1000.0,
            retry);
    events.on(new RunEvent.Log(Level.DEBUG, message, outcome.context(request)));
    events.on(new RunEvent.Retrying(outcome.reason(), delay, retry));
  }

  /// How an attempt ended.
  private sealed interface Outcome {
    /// {@return the answer}
    ///
    /// @throws NetworkFailure if there was none
    Response result();

    Optional<Duration> namedDelay(RetrySettings settings, InstantSource clock);

    JsonObject context(Request request);

    String reason();

    void discard();
  }

  private record Answered(Response response) implements Outcome {
    @Override
    public Response result() {
      return response;
    }

    @Override
    public Optional<Duration> namedDelay(RetrySettings settings, InstantSource clock) {
      var values = response.headers().all(settings.retryHeader());
      return values.isEmpty()
          ? Optional.empty()
          : RetryDelay.named(String.join(", ", values), clock.instant());
    }

    @Override
    public JsonObject context(Request request) {
      // A login's answer may hold tokens.
      String body = request.purpose().isLogin() ? "" : BodyExcerpt.of(response.body()).orElse("");
      return JsonObject.builder()
          .put("http_code", JsonNumber.of(response.status()))
          .put("body", body)
          .put("url", request.url().shown())
          .build();
    }

    @Override
    public String reason() {
      return "status " + response.status();
    }

    @Override
    public void discard() {
      response.body().close();
    }
  }

  private record Failed(NetworkFailure failure) implements Outcome {
    @Override
    public Response result() {
      throw failure;
    }

    @Override
    public Optional<Duration> namedDelay(RetrySettings settings, InstantSource clock) {
      return Optional.empty();
    }

    @Override
    public JsonObject context(Request request) {
      return JsonObject.builder()
          .put("url", request.url().shown())
          .put("exception_class", failure.code().name())
          .put("message", failure.message())
          .build();
    }

    @Override
    public String reason() {
      return failure.message();
    }

    @Override
    public void discard() {}
  }
}
