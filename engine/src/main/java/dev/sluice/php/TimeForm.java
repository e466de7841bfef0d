package dev.sluice.php;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of the table of token forms.
///
/// @param pattern what the token looks like
/// @param effect what it says
record TimeForm(Pattern pattern, BiConsumer<Matcher, ParsedTime> effect) {
  /// No form has alternatives that differ by more characters than this.
  private static final int LARGEST_GAIN = 64;

  static TimeForm of(String pattern, BiConsumer<Matcher, ParsedTime> effect) {
    return new TimeForm(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), effect);
  }

  /// {@return the longest match that begins at a place} `java.util.regex` takes the first one that
  /// fits, which need not be the longest, so longer ones are tried as well.
  Optional<Matcher> longest(String text, int from) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    matcher.region(from, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int shortest = matcher.end();
    for (int end = Math.min(text.length(), shortest + LARGEST_GAIN); end > shortest; end--) {
      if (matcher.region(from, end).matches()) {
        return Optional.of(matcher);
      }
    }
    matcher.region(from, shortest).matches();
    return Optional.of(matcher);
  }

  void apply(Matcher token, ParsedTime parsed) {
    effect.accept(token, parsed);
  }
}
