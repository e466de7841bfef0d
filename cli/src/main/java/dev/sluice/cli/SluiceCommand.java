package dev.sluice.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// `sluice` itself: shows what it can do.
@Command(
    name = "sluice",
    header = "Sluice pulls data out of web APIs into tables, told by one JSON file.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nTo begin:%n",
    footer = {
      "  %1$s demo           see a whole extraction",
      "  %1$s init shop      answer a few questions, get shop/config.json",
      "  %1$s studio shop    the same, and more, in the browser",
      "  %1$s token shop     log in, and see what happened",
      "  %1$s run shop       extract; the tables are in shop/out/tables",
      "  %1$s help COMMAND   what a command does and takes"
    })
final class SluiceCommand implements Callable<Integer> {
  private static final int WIDEST_HELP = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Runs a command.
  ///
  /// @param shell what it knows of the outside
  /// @param prompt asks a person
  /// @param arguments what the user typed
  /// @return the exit code
  static int run(Shell shell, Prompt prompt, String... arguments) {
    Map<String, Supplier<Object>> commands = commands(shell, prompt);
    // Reading the annotations of all commands takes as long as a tenth of a second.
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    return commandLine(shell, commands.values()).execute(arguments);
  }

  private static Map<String, Supplier<Object>> commands(Shell shell, Prompt prompt) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> new DemoCommand(shell));
    commands.put("init", () -> new InitCommand(shell, prompt));
    commands.put("validate", () -> new ValidateCommand(shell));
    commands.put("token", () -> new TokenCommand(shell));
    commands.put("auth", () -> auth(shell, prompt));
    commands.put("eval", () -> new EvalCommand(shell));
    commands.put("schema", () -> new SchemaCommand(shell));
    commands.put("run", () -> new RunCommand(shell));
    commands.put("studio", () -> new StudioCommand(shell));
    return commands;
  }

  private static CommandLine commandLine(Shell shell, Collection<Supplier<Object>> commands) {
    var line = new CommandLine(new SluiceCommand());
    commands.forEach(command -> line.addSubcommand(command.get()));
    if (commands.size() > 1) {
      line.addSubcommand(new CompletionCommand(shell)).addSubcommand(help());
    }
    line.registerConverter(ConvertCommand.Form.class, ConvertCommand.Form::of);
    line.registerConverter(LogOptions.Format.class, LogOptions.Format::of)
        .setUsageHelpWidth(Math.clamp(shell.screen().columns(), Screen.USUAL_COLUMNS, WIDEST_HELP))
        .setColorScheme(Help.defaultColorScheme(Style.of(shell, false).isOn() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    var mistakes = new Mistakes(shell);
    line.setParameterExceptionHandler(mistakes).setExecutionExceptionHandler(mistakes);
    complete(line, shell);
    completeAll(line, shell);
    return line;
  }

  private static CommandLine auth(Shell shell, Prompt prompt) {
    return new CommandLine(new AuthCommand())
        .addSubcommand(new DoctorCommand(shell, prompt))
        .addSubcommand(new ConvertCommand(shell));
  }

  private static CommandLine help() {
    var help = new CommandLine(new HelpCommand());
    help.getCommandSpec().usageMessage().header("Explain a command.");
    return help;
  }

  private static void completeAll(CommandLine line, Shell shell) {
    for (CommandLine command : line.getSubcommands().values()) {
      complete(command, shell);
      completeAll(command, shell);
    }
  }

  /// What all commands have in common.
  private static void complete(CommandLine command, Shell shell) {
    CommandSpec spec = command.getCommandSpec();
    spec.usageMessage()
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .synopsisHeading("%nUsage: ")
        .footer(
            Arrays.stream(spec.usageMessage().footer())
                .map(line -> line.formatted(shell.command()))
                .toArray(String[]::new));
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help.")
              .build());
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return Outcome.USER_ERROR;
  }
}
