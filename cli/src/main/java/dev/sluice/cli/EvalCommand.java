package dev.sluice.cli;

import dev.sluice.function.Place;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.FunctionTrial;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `sluice eval`: what a function comes to.
@Command(
    name = "eval",
    header = "Evaluate a function of a configuration, and show its value.",
    description = {
      "%nAttributes come from the folder's config.json, times from its state. Nothing is sent.",
      "Secrets are masked; warnings go to standard error.%n"
    },
    footer = {
      "%nFor example:",
      "  %1$s eval shop '{\"function\": \"md5\", \"args\": [{\"attr\": \"#key\"}]}'"
    })
final class EvalCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "DATADIR",
      index = "0",
      description = "The folder that holds config.json.")
  private Path folder = Path.of("");

  @Parameters(
      paramLabel = "FUNCTION",
      index = "1",
      description = "The function as JSON; - reads it from standard input.")
  private String function = "";

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description = "A JSON object of # attributes, laid over parameters.config.")
  private Optional<Path> secrets = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "PLACE",
      converter = PlaceName.class,
      completionCandidates = PlaceNames.class,
      description =
          "Where the function is to stand, which decides what it may refer to. Default: job-params."
              + " Others: ${COMPLETION-CANDIDATES}.")
  private Place place = Place.JOB_PARAMS;

  @Option(
      names = "--with",
      paramLabel = "JSON",
      description =
          "What the references of the place look into where the folder does not have it: an object"
              + " of contexts, e.g. {\"response\": {\"access_token\": \"abc\"}}.")
  private String contexts = "{}";

  @Option(
      names = "--iteration",
      paramLabel = "N",
      description = "Which iteration's attributes are meant, from 1. Default: 1.")
  private int iteration = 1;

  @Option(names = "--show-secrets", description = "Show the value as it is.")
  private boolean showsSecrets;

  EvalCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RunLog log = new HumanLog(shell.withoutOut(), Style.of(shell, false), System::nanoTime);
    return Attempt.of(
            log,
            () -> {
              var data = new DataFolderArgument(Optional.of(folder), secrets);
              RunRequest request = data.request(shell, log);
              FunctionTrial.Result result = Sluice.evaluate(request, trial());
              shell.out().println(showsSecrets ? result.text() : result.shown());
              return new Outcome.Evaluated();
            })
        .exitCode();
  }

  private FunctionTrial trial() {
    JsonValue given = json("--with", contexts);
    if (!(given instanceof JsonObject object)) {
      throw new UserError(
          Problem.of(
              "--with must be a JSON object.",
              "It has one key for each context, such as 'response' or 'placeholder'."));
    }
    String text = function.equals("-") ? standardInput() : function;
    return new FunctionTrial(json("The function", text), place, object, iteration);
  }

  private String standardInput() {
    try {
      return new String(shell.in().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue json(String what, String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new UserError(
          Problem.of(
              what
                  + " is not a valid JSON: "
                  + e.reason()
                  + e.place().map(place -> " at " + place).orElse("")
                  + ".",
              "Put it in single quotes, so that the shell leaves its double quotes alone."),
          e);
    }
  }

  private static String name(Place place) {
    return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of the places, for help and completion.
  static final class PlaceNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Place.values()).map(EvalCommand::name).iterator();
    }
  }

  /// Reads the name of a place.
  static final class PlaceName implements ITypeConverter<Place> {
    @Override
    public Place convert(String text) {
      return Arrays.stream(Place.values())
          .filter(place -> name(place).equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + text + "' is none of " + String.join(", ", new PlaceNames())));
    }
  }
}
