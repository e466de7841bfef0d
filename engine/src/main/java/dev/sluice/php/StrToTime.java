package dev.sluice.php;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;

/// `strtotime`: reads a moment out of an English text the way PHP 7.4 does, in UTC (spec: functions
/// §7).
public final class StrToTime {
  private static final String SPACE = " \t\n\u000b\f\r";
  private static final String BETWEEN_TOKENS = " \t.,\n\r";

  private StrToTime() {}

  /// A token form that matches at some place.
  private record Match(TimeForm form, Matcher token) {}

  /// {@return Unix seconds; nothing if the text means no moment}
  ///
  /// @param text e.g. `2024-01-15 08:09:10`, `-7 days`, `first day of last month midnight`
  /// @param base what the text counts from, and the date or time that it leaves out: Unix seconds
  public static OptionalLong parse(String text, long base) {
    String trimmed = trim(text);
    if (trimmed.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      var parsed = new ParsedTime(base);
      return readTokens(trimmed, parsed)
          ? OptionalLong.of(TimeResolution.of(parsed))
          : OptionalLong.empty();
    } catch (ArithmeticException _) {
      return OptionalLong.empty();
    }
  }

  private static boolean readTokens(String text, ParsedTime parsed) {
    int position = 0;
    while (position < text.length()) {
      if (BETWEEN_TOKENS.indexOf(text.charAt(position)) >= 0) {
        position++;
        continue;
      }
      Optional<Match> match = longest(text, position);
      if (match.isEmpty()) {
        return false;
      }
      match.get().form().apply(match.get().token(), parsed);
      if (parsed.isContradictory()) {
        return false;
      }
      position = match.get().token().end();
    }
    return true;
  }

  /// {@return the form that matches most of the text from a place on; of equally long ones the
  /// first in the table}
  private static Optional<Match> longest(String text, int from) {
    Optional<Match> best = Optional.empty();
    int end = from;
    for (TimeForm form : TimeForms.ALL) {
      Optional<Matcher> token = form.longest(text, from);
      if (token.isPresent() && token.get().end() > end) {
        best = Optional.of(new Match(form, token.get()));
        end = token.get().end();
      }
    }
    return best;
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && SPACE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && SPACE.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
