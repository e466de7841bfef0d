package dev.sluice.http;

import dev.sluice.event.Attempt;
import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells of each attempt: what is asked, at debug level, and that it was answered (spec:
/// run-and-http §1.6). The log tells no bodies; listeners that ask for them get the whole exchange.
final class LogStage implements Stage {
  private final InstantSource clock;
  private final Events events;

  LogStage(InstantSource clock, Events events) {
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Response send(Request request, Next next) {
    events.debug(record(request));
    Instant start = clock.instant();
    Response response = events.bodyBytes() > 0 ? shown(request, next) : next.send(request);
    events.on(
        new RunEvent.Answered(
            request.purpose().isLogin(),
            response.status(),
            response.body().size(),
            Duration.between(start, clock.instant())));
    return response;
  }

  private Response shown(Request request, Next next) {
    var text = new ExchangeText(events.bodyBytes());
    var attempt = new Attempt();
    events.on(new RunEvent.Sent(attempt, text.ask(request)));
    Instant start = clock.instant();
    try {
      Response response = next.send(request);
      Duration took = Duration.between(start, clock.instant());
      events.on(new RunEvent.Received(attempt, text.reply(request, response, took)));
      return response;
    } catch (NetworkFailure failure) {
      unanswered(attempt, failure.message(), start);
      throw failure;
    } catch (UserError error) {
      unanswered(attempt, error.problems().getFirst().message(), start);
      throw error;
    }
  }

  private void unanswered(Attempt attempt, String reason, Instant start) {
    events.on(new RunEvent.Unanswered(attempt, reason, Duration.between(start, clock.instant())));
  }

  /// {@return request line and headers, joined by CRLF; headers that tell who asks are masked}
  static String record(Request request) {
    var record = new StringBuilder(256);
    record
        .append(request.verb())
        .append(' ')
        .append(request.url().requestTarget())
        .append(" HTTP/1.1");
    for (Headers.Line line : WireHeaders.of(request).lines()) {
      String value = WireHeaders.isCredential(line) ? Redactor.MASK : line.value();
      record.append("\r\n").append(line.name()).append(": ").append(value);
    }
    return record.toString();
  }
}
