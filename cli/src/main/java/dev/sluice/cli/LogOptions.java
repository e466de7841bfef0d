package dev.sluice.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How a command shows what happens.
final class LogOptions {
  private static final Duration REDRAW_PAUSE = Duration.ofMillis(100);
  private static final Duration PROGRESS_PAUSE = Duration.ofSeconds(1);

  /// The renderings of the log.
  enum Format {
    /// Text on a terminal; elsewhere what suits the command.
    AUTO,
    /// Lines for people.
    TEXT,
    /// The records of the original.
    PLATFORM,
    /// One JSON object per line.
    JSON;

    /// {@return the format of a name, in any case}
    ///
    /// @param name as the user types it
    static Format of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "auto" -> AUTO;
        case "text" -> TEXT;
        case "platform" -> PLATFORM;
        case "json" -> JSON;
        default ->
            throw new TypeConversionException(
                "'" + name + "' is none of text, platform, json, auto");
      };
    }
  }

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = {
        "text: lines for people; platform: the records of Keboola's extractor; json: one object per line.",
        "Default: text on a terminal, platform elsewhere."
      })
  private Format format = Format.AUTO;

  @Option(names = "--debug", description = "Show each request and what else helps to find a fault.")
  private boolean debug;

  @Option(names = "--no-color", description = "No colours; the same as the variable NO_COLOR.")
  private boolean noColor;

  /// {@return how text may be marked up}
  ///
  /// @param shell knows the terminal
  Style style(Shell shell) {
    return Style.of(shell, noColor);
  }

  /// {@return whether lines for people are wanted, by commands that show them everywhere}
  boolean isText() {
    return format == Format.TEXT || format == Format.AUTO;
  }

  /// {@return a log in the format asked for}
  ///
  /// @param shell where to write
  /// @param elsewhere the format where there is no terminal
  RunLog open(Shell shell, Format elsewhere) {
    Format chosen =
        format != Format.AUTO ? format : shell.screen().isTerminal() ? Format.TEXT : elsewhere;
    RunLog log =
        switch (chosen) {
          case AUTO, TEXT ->
              TickingLog.start(new HumanLog(shell, style(shell), System::nanoTime), REDRAW_PAUSE);
          case PLATFORM -> new PlatformLog(shell.out(), InstantSource.system());
          case JSON ->
              TickingLog.start(new JsonLog(shell.out(), InstantSource.system()), PROGRESS_PAUSE);
        };
    return new QuietLog(log, debug);
  }
}
