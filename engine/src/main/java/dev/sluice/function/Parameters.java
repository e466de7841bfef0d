package dev.sluice.function;

import java.util.List;
import java.util.Optional;

/// What a function takes.
///
/// @param least the fewest arguments
/// @param names the parameters' names in error messages, as far as they have one
/// @param variadic whether more arguments than names may follow
/// @param fixed whether the count is told as exact
record Parameters(int least, List<String> names, boolean variadic, boolean fixed) {

  static Parameters exactly(String... names) {
    return new Parameters(names.length, List.of(names), false, true);
  }

  static Parameters between(int least, String... names) {
    return new Parameters(least, List.of(names), false, false);
  }

  static Parameters atLeast(int least, String... names) {
    return new Parameters(least, List.of(names), true, false);
  }

  /// {@return what is wrong with a number of arguments, in the words of PHP} (spec: functions §5.3)
  Optional<String> countFault(String function, int count) {
    boolean tooMany = !variadic && count > names.size();
    if (count >= least && !tooMany) {
      return Optional.empty();
    }
    int bound = tooMany ? names.size() : least;
    String limit = fixed ? "exactly" : tooMany ? "at most" : "at least";
    String noun = bound == 1 ? " argument, " : " arguments, ";
    return Optional.of(function + "() expects " + limit + " " + bound + noun + count + " given");
  }

  /// {@return how messages name a parameter, e.g. `#1 ($string)`}
  ///
  /// @param position from 0
  String describe(int position) {
    return "#"
        + (position + 1)
        + (position < names.size() ? " ($" + names.get(position) + ")" : "");
  }
}
