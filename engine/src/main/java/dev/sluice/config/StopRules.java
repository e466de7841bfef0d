package dev.sluice.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What ends the paging of a job before its method does (spec: jobs-and-paging §6.6-§6.8).
///
/// @param nextPageFlag a property of the response
/// @param forceStop a budget
/// @param limitStop a number of rows
/// @param loopGuard whether pages that begin again end it; our addition
public record StopRules(
    Optional<NextPageFlag> nextPageFlag,
    Optional<ForceStop> forceStop,
    Optional<LimitStop> limitStop,
    boolean loopGuard) {
  /// Nothing does.
  public static final StopRules NONE =
      new StopRules(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// A property in the root of the response says whether there are more pages.
  ///
  /// @param field the property's name
  /// @param stopOn the value that ends the paging
  /// @param ifNotSet the value of a property that is missing or `null`
  public record NextPageFlag(String field, boolean stopOn, boolean ifNotSet) {}

  /// A budget of one job instance.
  ///
  /// @param pages the most pages
  /// @param time how long it may take, in whole seconds, measured after each page and its children
  /// @param volume the most bytes of its responses, as compact JSON, that are not yet too many
  public record ForceStop(OptionalLong pages, Optional<Duration> time, OptionalLong volume) {}

  /// The number of rows that are enough.
  public sealed interface LimitStop {
    /// A fixed number.
    ///
    /// @param rows how many
    record Count(long rows) implements LimitStop {}

    /// A number that each response holds.
    ///
    /// @param path where, steps separated by a dot
    record Field(String path) implements LimitStop {}
  }
}
