package dev.sluice.php;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What a text adds to a moment, unit by unit. Not thread-safe.
final class RelativeTime {
  /// What is added on its own; longer and shorter units are multiples of these.
  enum Unit {
    MICROSECOND,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    MONTH,
    YEAR
  }

  private record Multiple(long count, Unit unit) {}

  private static final Map<String, Multiple> WORDS =
      Map.ofEntries(
          Map.entry("ms", new Multiple(1000, Unit.MICROSECOND)),
          Map.entry("msec", new Multiple(1000, Unit.MICROSECOND)),
          Map.entry("millisecond", new Multiple(1000, Unit.MICROSECOND)),
          Map.entry("usec", new Multiple(1, Unit.MICROSECOND)),
          Map.entry("microsecond", new Multiple(1, Unit.MICROSECOND)),
          Map.entry("sec", new Multiple(1, Unit.SECOND)),
          Map.entry("second", new Multiple(1, Unit.SECOND)),
          Map.entry("min", new Multiple(1, Unit.MINUTE)),
          Map.entry("minute", new Multiple(1, Unit.MINUTE)),
          Map.entry("hour", new Multiple(1, Unit.HOUR)),
          Map.entry("day", new Multiple(1, Unit.DAY)),
          Map.entry("week", new Multiple(7, Unit.DAY)),
          Map.entry("fortnight", new Multiple(14, Unit.DAY)),
          Map.entry("forthnight", new Multiple(14, Unit.DAY)),
          Map.entry("month", new Multiple(1, Unit.MONTH)),
          Map.entry("year", new Multiple(1, Unit.YEAR)));

  private final Map<Unit, Long> amounts = new EnumMap<>(Unit.class);

  /// {@return how many of a unit to add; may be negative}
  long of(Unit unit) {
    return amounts.getOrDefault(unit, 0L);
  }

  /// Replaces the amount of a unit.
  void set(Unit unit, long amount) {
    amounts.put(unit, amount);
  }

  /// Adds to the amount of a unit.
  void add(Unit unit, long amount) {
    amounts.merge(unit, amount, Math::addExact);
  }

  /// Adds to the amount of a unit.
  ///
  /// @param word the unit as texts write it, singular or plural, in any case
  void add(String word, long amount) {
    String lower = word.toLowerCase(Locale.ROOT);
    Multiple multiple = WORDS.get(lower);
    if (multiple == null) {
      multiple = Objects.requireNonNull(WORDS.get(lower.substring(0, lower.length() - 1)));
    }
    add(multiple.unit(), Math.multiplyExact(amount, multiple.count()));
  }

  /// Turns all amounts around.
  void negate() {
    amounts.replaceAll((_, amount) -> -amount);
  }
}
