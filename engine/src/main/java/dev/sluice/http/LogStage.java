package dev.sluice.http;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.secret.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells of each attempt: what is asked, at debug level, and that it was answered (spec:
/// run-and-http §1.6). Bodies are never told.
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
    Response response = next.send(request);
    events.on(
        new RunEvent.Answered(
            request.purpose().isLogin(),
            response.status(),
            response.body().size(),
            Duration.between(start, clock.instant())));
    return response;
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
