package dev.sluice.cli;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.FieldProblem;
import dev.sluice.form.FieldProblem.Severity;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sluice init`: writes a configuration for an API with OAuth 2.0 client credentials.
@Command(
    name = "init",
    description = {
      "Write a config.json for an API with OAuth 2.0 client credentials.",
      "Asks for what no option tells. The secret is never echoed, and no option takes it as a value."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private final Shell shell;
  private final Prompt prompt;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The data folder; default: this folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      description = "The address of the token endpoint.")
  private Optional<String> tokenUrl = Optional.empty();

  @Option(
      names = "--request-type",
      paramLabel = "TYPE",
      description =
          "How the credentials travel: basic (in the header Authorization) or post (in the form).")
  private Optional<String> requestType = Optional.empty();

  @Option(names = "--client-id", paramLabel = "ID", description = "The client ID.")
  private Optional<String> clientId = Optional.empty();

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      description = "A file that holds the client secret; - for standard input.")
  private Optional<String> clientSecretFile = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "A scope to ask for; may be repeated.")
  private List<String> scopes = new ArrayList<>();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the API's endpoints begin.")
  private Optional<String> baseUrl = Optional.empty();

  @Option(names = "--endpoint", paramLabel = "PATH", description = "The first endpoint to read.")
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--paging",
      paramLabel = "METHOD",
      description = "none, offset or pagenum; further methods can be written into the file.")
  private Optional<String> paging = Optional.empty();

  @Option(names = "--page-size", paramLabel = "N", description = "Rows of a page; default: 100.")
  private int pageSize = 100;

  @Option(names = "--force", description = "Replace a config.json that is there.")
  private boolean force;

  InitCommand(Shell shell, Prompt prompt) {
    this.shell = shell;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    try {
      Path file = folder.resolve("config.json");
      if (Files.exists(file) && !force) {
        throw exists(file);
      }
      var questions = new Questions(prompt, shell.out());
      ClientCredentials credentials = credentials(questions);
      JsonObject document = document(credentials, questions);
      write(file, JsonWriter.pretty(document));
      done(file);
      return Outcome.SUCCESS;
    } catch (UserError e) {
      Wording.of(new Outcome.Failed(e)).forEach(line -> shell.err().println("error: " + line));
      return Outcome.USER_ERROR;
    }
  }

  private ClientCredentials credentials(Questions questions) {
    String url = questions.answer(tokenUrl, "--token-url", "Access token URL: ");
    RequestType type =
        requestType(
            questions.answer(
                requestType,
                "--request-type",
                "Login request type, basic or post [basic]: ",
                "basic"));
    String id = questions.answer(clientId, "--client-id", "Client ID: ");
    String secret = secret(questions);
    List<String> asked =
        scopes.isEmpty() && prompt.isPossible()
            ? words(
                questions.answer(
                    Optional.empty(), "--scope", "Scopes, separated by spaces [none]: ", ""))
            : scopes;
    var credentials = ClientCredentials.of(type, id, secret, url, asked);
    check(credentials);
    return credentials;
  }

  private void check(ClientCredentials credentials) {
    List<Problem> errors = new ArrayList<>();
    for (FieldProblem problem : credentials.problems()) {
      if (problem.severity() == Severity.ERROR) {
        errors.add(Problem.of(problem.message(), ""));
      } else {
        shell.out().println("note: " + problem.message());
      }
    }
    if (!errors.isEmpty()) {
      throw new UserError(errors);
    }
  }

  private JsonObject document(ClientCredentials credentials, Questions questions) {
    String base = questions.answer(baseUrl, "--base-url", "Base URL of the API: ");
    String first = questions.answer(endpoint, "--endpoint", "First endpoint: ");
    String method =
        questions.answer(paging, "--paging", "Paging, none, offset or pagenum [none]: ", "none");
    return StarterDocument.of(credentials, base, first, method, pageSize);
  }

  private String secret(Questions questions) {
    if (clientSecretFile.isEmpty()) {
      return questions.secret("--client-secret-file", "Client secret (not shown): ");
    }
    String name = clientSecretFile.get();
    try {
      byte[] bytes =
          name.equals("-") ? shell.in().readAllBytes() : Files.readAllBytes(Path.of(name));
      return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot read the client secret from '" + name + "'.", "Check the file."), e);
    }
  }

  private static RequestType requestType(String text) {
    return switch (text) {
      case "basic" -> RequestType.BASIC_AUTH;
      case "post" -> RequestType.POST_FORM;
      default ->
          throw new UserError(
              Problem.of(
                  "The login request type must be basic or post.",
                  "basic sends the credentials in the header Authorization, post in the form."));
    };
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  private static UserError exists(Path file) {
    return new UserError(
        Problem.of(
            "'" + file + "' is there already.",
            "Name another folder, or replace it with --force."));
  }

  /// Only the user may read what holds a secret.
  private static void write(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          Problem.of("'" + e.getFile() + "' is no folder.", "Name another folder."), e);
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot write '" + file + "': " + e.getMessage(), "Name another folder."), e);
    }
  }

  private void done(Path file) {
    String command = shell.command();
    String named = folder.toString().isEmpty() ? "." : folder.toString();
    shell.out().println();
    shell.out().println("Wrote " + file + ", which only you can read.");
    shell
        .out()
        .println("  " + command + " token " + named + "    only log in, and see what happens");
    shell.out().println("  " + command + " run " + named + "      extract");
    shell.out().flush();
  }
}
