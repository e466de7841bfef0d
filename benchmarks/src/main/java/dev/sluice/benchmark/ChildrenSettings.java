package dev.sluice.benchmark;

import java.util.Iterator;
import java.util.List;

/// What `./benchmark children` is asked for.
///
/// @param children how many requests for children there are
/// @param millis how long the server takes for each
/// @param rounds how often each side is measured
record ChildrenSettings(int children, int millis, int rounds) {
  static final String USAGE =
      """
      usage: ./benchmark children [--requests N] [--millis N] [--rounds N]

        --requests N    how many requests for children there are (500)
        --millis N      how long the server takes for each (20)
        --rounds N      measure each side N times (3), after one time that does not count
      """;

  /// {@return the settings}
  ///
  /// @param args the arguments behind `children`
  /// @throws IllegalArgumentException if they are none of [#USAGE]
  static ChildrenSettings of(List<String> args) {
    int children = 500;
    int millis = 20;
    int rounds = 3;
    for (Iterator<String> left = args.iterator(); left.hasNext(); ) {
      switch (left.next()) {
        case "--requests" -> children = Settings.number(left);
        case "--millis" -> millis = Settings.number(left);
        case "--rounds" -> rounds = Settings.number(left);
        default -> throw new IllegalArgumentException("unknown option");
      }
    }
    return new ChildrenSettings(children, millis, rounds);
  }
}
