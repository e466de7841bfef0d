package dev.sluice.action;

import dev.sluice.event.Exchange;
import java.time.Duration;
import java.util.Optional;

/// One attempt of a request, and what came of it.
///
/// @param number from 1, in the order of sending
/// @param ask the request
/// @param reply the answer, if there was one
/// @param failure why there was none; empty when there was one, or the run ended before
/// @param took until the answer, or the failure
public record ShownExchange(
    int number, Exchange.Ask ask, Optional<Exchange.Reply> reply, String failure, Duration took) {

  /// {@return whether it is a login}
  public boolean isLogin() {
    return ask.page().isEmpty();
  }

  /// {@return an exchange that has just begun}
  ///
  /// @param number from 1
  /// @param ask the request
  static ShownExchange begun(int number, Exchange.Ask ask) {
    return new ShownExchange(number, ask, Optional.empty(), "", Duration.ZERO);
  }

  /// {@return this exchange with its answer}
  ///
  /// @param answer what came
  ShownExchange answered(Exchange.Reply answer) {
    return new ShownExchange(number, ask, Optional.of(answer), "", answer.took());
  }

  /// {@return this exchange, which failed}
  ///
  /// @param reason why
  /// @param after how long it took to fail
  ShownExchange failed(String reason, Duration after) {
    return new ShownExchange(number, ask, Optional.empty(), reason, after);
  }

  /// {@return how much of the answer's body is kept}
  int bodyLength() {
    return reply.map(answer -> answer.body().start().length()).orElse(0);
  }

  /// {@return this exchange with less of the answer's body}
  ///
  /// @param most so many characters of it are kept
  ShownExchange withBodyOf(int most) {
    return new ShownExchange(
        number, ask, reply.map(answer -> shortened(answer, most)), failure, took);
  }

  private static Exchange.Reply shortened(Exchange.Reply answer, int most) {
    String start = answer.body().start();
    return start.length() <= most
        ? answer
        : new Exchange.Reply(
            answer.status(),
            answer.reason(),
            answer.headers(),
            new Exchange.Text(start.substring(0, most), false),
            answer.bytes(),
            answer.took());
  }
}
