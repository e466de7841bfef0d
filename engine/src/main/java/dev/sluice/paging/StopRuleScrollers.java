package dev.sluice.paging;

import dev.sluice.config.StopRules;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// Puts the stop rules around a method: `limitStop` outermost, so that it is asked first (spec:
/// jobs-and-paging §6.1, §6.2).
final class StopRuleScrollers {
  private StopRuleScrollers() {}

  /// {@return the scroller with the rules around it}
  ///
  /// @param method what decides when no rule does
  /// @param rules the rules
  /// @param start when the first request is made
  static Scroller around(Scroller method, StopRules rules, Instant start) {
    Scroller guarded = rules.loopGuard() ? LoopGuard.around(method) : method;
    Scroller flagged =
        rules
            .nextPageFlag()
            .<Scroller>map(flag -> new NextPageFlagStop(flag, guarded))
            .orElse(guarded);
    Scroller forced =
        rules
            .forceStop()
            .<Scroller>map(budget -> ForceStop.of(budget, flagged, start))
            .orElse(flagged);
    return rules.limitStop().<Scroller>map(limit -> new LimitStop(limit, forced, 0)).orElse(forced);
  }

  /// {@return what an inner scroller decides, its successor wrapped again}
  ///
  /// @param inner the scroller inside
  /// @param page the page
  /// @param wrap puts the rule around a successor
  static Step next(Scroller inner, PageFacts page, UnaryOperator<Scroller> wrap) {
    return switch (inner.next(page)) {
      case Step.Ask(var request, var then) -> new Step.Ask(request, wrap.apply(then));
      case Step.Stop stop -> stop;
    };
  }
}
