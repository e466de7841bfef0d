package dev.sluice.cli;

import dev.sluice.config.ConfigurationReader;
import dev.sluice.form.GrantConversion;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.PrettyJson;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import dev.sluice.studio.document.TextEdit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `sluice auth convert`: writes client credentials in the other form.
@Command(
    name = "convert",
    header = "Write OAuth 2.0 client credentials in the other form.",
    description = {
      "%nThe portable form is a 'login', which the original runs, too; the native one is 'oauth20.client-credentials',"
          + " which runs on Sluice only and can say more.",
      "Shows the new login and what it can't say; with --write it is put into config.json, whose other lines stay as they"
          + " are.%n"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATADIR",
      description = "The folder that holds config.json. Default: $KBC_DATADIR, else /data.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--to", required = true, paramLabel = "FORM", description = "portable or native.")
  private Form form = Form.PORTABLE;

  @Option(names = "--write", description = "Put it into config.json.")
  private boolean write;

  /// The two ways to write the same login.
  enum Form {
    /// A `login`.
    PORTABLE,
    /// An `oauth20.client-credentials`.
    NATIVE;

    /// {@return the form of a name}
    ///
    /// @param name as the user types it
    static Form of(String name) {
      return switch (name) {
        case "portable" -> PORTABLE;
        case "native" -> NATIVE;
        default ->
            throw new TypeConversionException("'" + name + "' is neither portable nor native");
      };
    }
  }

  ConvertCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var file = ConfigFile.in(shell.dataFolder(folder));
    JsonObject parameters = file.document().object("parameters");
    GrantConversion conversion =
        form == Form.NATIVE
            ? GrantConversion.toNative(parameters)
            : GrantConversion.toPortable(parameters);
    return switch (conversion) {
      case GrantConversion.Impossible(String reason, String remedy) ->
          throw new UserError(
              Problem.at(ConfigPath.of("parameters.api.authentication"), reason, remedy));
      case GrantConversion.Done done -> done(file, done);
    };
  }

  private int done(ConfigFile file, GrantConversion.Done done) {
    var redactor = new Redactor();
    redactor.addAll(ConfigurationReader.secrets(file.document(), JsonObject.EMPTY));
    String section = PrettyJson.of(done.parameters().object("api").object("authentication"));
    shell.out().println(redactor.redact(section));
    shell.out().println();
    done.lost().forEach(sentence -> shell.out().println("note: " + sentence));
    if (write) {
      write(file, done.parameters());
      shell.out().println("Wrote " + file.path() + ".");
    } else {
      shell.out().println("Nothing was changed; --write puts it into " + file.path() + ".");
    }
    return Outcome.SUCCESS;
  }

  private static void write(ConfigFile file, JsonObject parameters) {
    try {
      JsonObject changed = file.document().with("parameters", parameters);
      new PrivateFile(file.path()).write(TextEdit.changed(file.text(), changed));
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException("The text was read as JSON before", e);
    }
  }
}
