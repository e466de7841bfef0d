package dev.sluice.table.legacy;

import dev.sluice.table.RowKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Works out headers (spec: tables §3.2).
///
/// @param structure knows the columns
/// @param names makes names safe
record LegacyHeader(LegacyStructure structure, SafeName names) {

  /// {@return the columns of a type path: its own, those of its objects in their places, then extra
  /// ones}
  ///
  /// @param path a type path
  /// @param extras keys of extra columns
  List<String> of(String path, Collection<String> extras) {
    List<String> raw = new ArrayList<>();
    structure
        .columns(path)
        .forEach((column, type) -> {
          if (type == ColumnType.OBJECT) {
            for (String inner : of(path + "." + column, List.of())) {
              raw.add(names.of(column) + "_" + inner);
            }
          } else {
            raw.add(column);
          }
        });
    raw.addAll(extras);
    List<String> header = new ArrayList<>();
    for (String name : raw) {
      String safe = names.of(name);
      String text = name;
      // The original stops after one hash, and so can repeat a name.
      while (holds(header, safe)) {
        safe = RowKey.ofText(text);
        text = safe;
      }
      header.add(safe);
    }
    return header;
  }

  private static boolean holds(List<String> header, String name) {
    return header.stream().anyMatch(other -> other.equals(name) || areEqualNumbers(other, name));
  }

  /// {@return whether the original takes two names for equal: it compares them as numbers if it
  /// can}
  private static boolean areEqualNumbers(String a, String b) {
    if (!isNumber(a) || !isNumber(b)) {
      return false;
    }
    if (isInteger(a) && isInteger(b)) {
      return new BigInteger(a).equals(new BigInteger(b));
    }
    double number = Double.parseDouble(a);
    return Double.isFinite(number) && number == Double.parseDouble(b);
  }

  /// {@return whether a safe name reads as a number: digits, perhaps with a sign and an exponent}
  private static boolean isNumber(String name) {
    int at = name.startsWith("-") ? 1 : 0;
    int digits = digits(name, at);
    at += digits;
    if (digits == 0 || at == name.length()) {
      return digits > 0;
    }
    if (name.charAt(at) != 'e' && name.charAt(at) != 'E') {
      return false;
    }
    at += name.startsWith("-", at + 1) ? 2 : 1;
    return digits(name, at) > 0 && at + digits(name, at) == name.length();
  }

  private static int digits(String name, int from) {
    int at = from;
    while (at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private static boolean isInteger(String number) {
    return number.indexOf('e') < 0 && number.indexOf('E') < 0;
  }
}
