package dev.sluice.auth;

import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Expires;
import dev.sluice.http.Request;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.StrToTime;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Works out how long a login serves (spec: authentication §5.5, README G-03).
///
/// @param login what the configuration says
record TokenLife(Login login) {
  private static final ConfigPath PATH = Placed.SECTION.key("expires");
  private static final Duration LARGEST_MARGIN = Duration.ofSeconds(30);
  private static final int MARGIN_PART = 10;
  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?");

  /// Longer than any run, short enough to be added to any time.
  private static final long LONGEST_SECONDS = 100L * 365 * 24 * 3600;

  /// {@return how long a login serves}
  ///
  /// @param request for which it was made
  /// @param answer the document of its answer
  /// @param sent before the login request was sent
  /// @param now when its answer had been read
  /// @throws UserError if the answer says what can't be used
  Validity of(Request request, JsonObject answer, Instant sent, Instant now) {
    return switch (login.expires()) {
      case Expires.Unstated _ -> implied(answer, sent);
      case Expires.After(long seconds) when seconds == 0 -> new Validity.OneRequest(request);
      case Expires.After(long seconds) -> through(now, seconds);
      case Expires.FromResponse stated -> stated(stated, answer, sent, now);
    };
  }

  /// {@return whether the answer tells the life by digits in a text, which we read as seconds and
  /// the original as a date} (spec: authentication §5.5)
  ///
  /// @param answer the document of the answer
  /// @param now when it had been read
  boolean isReadOtherwiseByTheOriginal(JsonObject answer, Instant now) {
    if (!(login.expires() instanceof Expires.FromResponse(String path, boolean relative))
        || !(JsonPath.find(path, answer).orElse(JsonNull.NULL)
            instanceof JsonString(String text))) {
      return false;
    }
    OptionalLong seconds = number(new JsonString(text));
    return seconds.isPresent() && (relative || absolute(text, seconds, now) == seconds.getAsLong());
  }

  /// The token's own lifetime, if it is the token that the requests use.
  private Validity implied(JsonObject answer, Instant sent) {
    boolean usesToken =
        ResponseReferences.uses(login.additions().headers(), "access_token")
            || ResponseReferences.uses(login.additions().query(), "access_token");
    OptionalLong seconds = number(answer.find("expires_in").orElse(JsonNull.NULL));
    return usesToken && seconds.orElse(0) > 0
        ? renewed(sent, seconds.getAsLong())
        : new Validity.Unlimited();
  }

  private Validity stated(
      Expires.FromResponse expires, JsonObject answer, Instant sent, Instant now) {
    JsonValue value = JsonPath.find(expires.path(), answer).orElse(JsonNull.NULL);
    OptionalLong seconds = number(value);
    if (value instanceof JsonNull) {
      return new Validity.Unlimited();
    }
    if (expires.relative() && login.clientCredentials().isPresent() && seconds.orElse(0) > 0) {
      return renewed(sent, seconds.getAsLong());
    }
    long end =
        switch (value) {
          case JsonNumber _ when expires.relative() -> plus(now, seconds.orElse(0));
          case JsonNumber _ -> seconds.orElse(0);
          case JsonString(String text) when expires.relative() ->
              plus(now, seconds.orElseGet(() -> moment(text, now).orElse(0)));
          case JsonString(String text) -> absolute(text, seconds, now);
          case JsonNull _, JsonBoolean _, JsonArray _, JsonObject _ ->
              throw new UserError(
                  Problem.at(
                      PATH,
                      "Cannot tell when the login expires: the value at \"%s\" of its answer is neither a number nor a text"
                          .formatted(expires.path()),
                      "Name a field that holds seconds or a date."));
        };
    if (end < now.getEpochSecond()) {
      throw past(value);
    }
    return new Validity.ThroughSecond(end);
  }

  /// A date; digits that are none, or one in the past, are seconds of Unix time.
  private static long absolute(String text, OptionalLong seconds, Instant now) {
    OptionalLong moment = moment(text, now);
    boolean isFuture = moment.isPresent() && moment.getAsLong() >= now.getEpochSecond();
    if (isFuture || seconds.isEmpty()) {
      return moment.orElse(Long.MIN_VALUE);
    }
    return seconds.getAsLong();
  }

  private static Validity renewed(Instant sent, long seconds) {
    Duration life = Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
    Duration part = life.dividedBy(MARGIN_PART);
    Duration margin = part.compareTo(LARGEST_MARGIN) < 0 ? part : LARGEST_MARGIN;
    Instant expiry = sent.plus(life);
    return new Validity.Renewed(expiry.minus(margin), expiry);
  }

  private static Validity through(Instant now, long seconds) {
    return new Validity.ThroughSecond(plus(now, seconds));
  }

  private static long plus(Instant now, long seconds) {
    return now.getEpochSecond() + Math.clamp(seconds, -Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
  }

  /// {@return an integer, the fraction of a number or of digits as text cut off}
  private static OptionalLong number(JsonValue value) {
    String digits =
        switch (value) {
          case JsonNumber(String literal) -> literal;
          case JsonString(String text) when DIGITS.matcher(text.strip()).matches() -> text.strip();
          default -> "";
        };
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    double seconds = Double.parseDouble(digits);
    return Math.abs(seconds) < 9e18
        ? OptionalLong.of(new BigDecimal(digits).longValue())
        : OptionalLong.of(seconds > 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
  }

  private static OptionalLong moment(String text, Instant now) {
    return StrToTime.parse(text, now.getEpochSecond());
  }

  private static UserError past(JsonValue value) {
    String shown =
        switch (value) {
          case JsonString(String text) -> text;
          case JsonNumber(String literal) -> literal;
          default -> "";
        };
    return new UserError(
        Problem.at(
            PATH,
            "Login authentication returned expiry time before current time: '" + shown + "'",
            "If the value is a number of seconds from now, set \"relative\": true."));
  }
}
