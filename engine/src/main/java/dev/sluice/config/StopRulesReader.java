package dev.sluice.config;

import dev.sluice.config.StopRules.ForceStop;
import dev.sluice.config.StopRules.LimitStop;
import dev.sluice.config.StopRules.NextPageFlag;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonString;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads [StopRules].
final class StopRulesReader {
  private static final Pattern SPAN =
      Pattern.compile(
          "\\G[\\s,]*\\+?([0-9]{1,9})\\s*(second|sec|minute|min|hour|day|week)s?(?![a-z])");
  private static final Map<String, Integer> SECONDS =
      Map.of(
          "second", 1, "sec", 1, "minute", 60, "min", 60, "hour", 3600, "day", 86_400, "week",
          604_800);

  private StopRulesReader() {}

  /// {@return the rules}
  ///
  /// @param pagination `api.pagination`, or one of the scrollers of `multiple`
  static StopRules read(ConfigNode pagination) {
    return new StopRules(
        nextPageFlag(pagination.at("nextPageFlag")),
        forceStop(pagination.at("forceStop")),
        limitStop(pagination.at("limitStop")),
        PagingOptions.flag(pagination.at("loopGuard"), false));
  }

  private static Optional<NextPageFlag> nextPageFlag(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String field =
        PagingOptions.required(node.at("field"), "'field' has to be specified for 'nextPageFlag'");
    boolean stopOn = stopOn(node.at("stopOn"));
    return Optional.of(new NextPageFlag(field, stopOn, ifNotSet(node.at("ifNotSet"), stopOn)));
  }

  private static boolean stopOn(ConfigNode node) {
    if (node.value() instanceof JsonBoolean(boolean stopOn)) {
      return stopOn;
    }
    String given =
        node.isNull() ? "" : ", given '%s' type.".formatted(PagingOptions.typeName(node.value()));
    node.error("'stopOn' value must be set to a boolean value for 'nextPageFlag'" + given);
    return false;
  }

  private static boolean ifNotSet(ConfigNode node, boolean usual) {
    if (node.isNull()) {
      return usual;
    }
    if (node.value() instanceof JsonBoolean(boolean ifNotSet)) {
      return ifNotSet;
    }
    node.error(
        "'ifNotSet' value must be boolean, given '%s' type."
            .formatted(PagingOptions.typeName(node.value())));
    return usual;
  }

  private static Optional<ForceStop> forceStop(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.isMapOrList()) {
      node.error("The 'forceStop' must be an object.");
    }
    return Optional.of(
        new ForceStop(
            PagingOptions.wholeNumber(node.at("pages")),
            time(node.at("time")),
            PagingOptions.cast(node.at("volume"))));
  }

  private static Optional<Duration> time(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.value() instanceof JsonString(String text) && !text.isBlank()) {
      OptionalLong seconds = span(text.toLowerCase(Locale.ROOT).strip());
      if (seconds.isPresent()) {
        return Optional.of(Duration.ofSeconds(seconds.getAsLong()));
      }
      if (!text.strip().matches("[0-9]+")) {
        node.error(
            "The 'forceStop.time' must be a number of seconds, given %s."
                .formatted(PagingOptions.json(node)),
            "Write a number, or a text such as \"90 seconds\", \"5 minutes\" or \"1 hour\".");
        return Optional.empty();
      }
    }
    OptionalLong seconds = PagingOptions.wholeNumber(node);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(Math.clamp(seconds.getAsLong(), 0, Integer.MAX_VALUE)))
        : Optional.empty();
  }

  /// {@return the seconds of a text such as `1 hour 30 minutes`}
  private static OptionalLong span(String text) {
    Matcher part = SPAN.matcher(text);
    long seconds = 0;
    int end = 0;
    while (part.find()) {
      int unit = SECONDS.getOrDefault(part.group(2), 0);
      seconds += Long.parseLong(part.group(1)) * unit;
      end = part.end();
    }
    return end > 0 && end == text.length() ? OptionalLong.of(seconds) : OptionalLong.empty();
  }

  private static Optional<LimitStop> limitStop(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    ConfigNode count = node.at("count");
    ConfigNode field = node.at("field");
    if (count.isEmpty() && field.isEmpty()) {
      node.error("One of 'limitStop.field' or 'limitStop.count' attributes is required.");
      return Optional.empty();
    }
    if (!count.isEmpty() && !field.isEmpty()) {
      node.error("Specify only one of 'limitStop.field' or 'limitStop.count'.");
      return Optional.empty();
    }
    return count.isEmpty()
        ? PagingOptions.text(field).map(LimitStop.Field::new)
        : Optional.of(new LimitStop.Count(PagingOptions.cast(count).orElse(0)));
  }
}
