package dev.sluice.action;

import dev.sluice.event.Exchange;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.util.List;

/// Which kind of failure an error is, by the exchange that it followed.
final class Failures {
  private static final int FIRST_ERROR = 400;

  private Failures() {}

  /// {@return the failure}
  ///
  /// @param error what the engine said
  /// @param exchanges all requests and answers before it
  static ActionFailure of(UserError error, List<ShownExchange> exchanges) {
    Problem problem = error.problems().getFirst();
    if (exchanges.isEmpty()) {
      return ActionFailure.of("configuration", problem);
    }
    ShownExchange last = exchanges.getLast();
    if (last.reply().isEmpty()) {
      return ActionFailure.of(last.isLogin() ? "login_failed" : "no_answer", problem);
    }
    Exchange.Reply reply = last.reply().get();
    if (last.isLogin()) {
      return ActionFailure.of("login_failed", problem)
          .with(reply.status(), object(reply.body().start()));
    }
    return reply.status() >= FIRST_ERROR
        ? ActionFailure.of("http_status", problem).with(reply.status(), JsonObject.EMPTY)
        : ActionFailure.of("response", problem);
  }

  /// {@return the failure of something that took too long}
  ///
  /// @param time how long it might have taken
  /// @param exchanges all requests and answers so far
  static ActionFailure late(Duration time, List<ShownExchange> exchanges) {
    String hint =
        exchanges.isEmpty()
            ? ""
            : "The last request went to "
                + exchanges.getLast().ask().url()
                + ". Look whether this address answers at all, or allow more time.";
    return ActionFailure.of(
        "time_limit", "There was no result within " + time.toSeconds() + " s.", hint);
  }

  private static JsonObject object(String body) {
    try {
      return new JsonReader().read(body) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (JsonSyntaxError _) {
      return JsonObject.EMPTY;
    }
  }
}
