package dev.sluice.cli;

import dev.sluice.config.BaseUrl;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.FieldProblem;
import dev.sluice.form.FieldProblem.Field;
import dev.sluice.form.FieldProblem.Severity;
import dev.sluice.json.JsonObject;
import dev.sluice.json.PrettyJson;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sluice init`: writes a configuration for an API with OAuth 2.0 client credentials.
@Command(
    name = "init",
    header = "Ask a few questions, write a config.json.",
    description =
        "%nFor APIs with OAuth 2.0 client credentials. Asks for what no option tells. The secret is not shown while"
            + " it is typed, and no option takes it as a value.%n")
final class InitCommand implements Callable<Integer> {
  private static final Question REQUEST_TYPE =
      Question.of(
              "--request-type",
              "How the credentials travel, basic (in a header) or post (in the form)")
          .orElse("basic")
          .judgedBy(
              answer -> oneOf(answer, List.of("basic", "post"), "This must be basic or post."));
  private static final Question CLIENT_ID =
      Question.of("--client-id", "Client ID")
          .judgedBy(answer -> fault(Field.CLIENT_ID, answer, "https://localhost/", List.of()));
  private static final Question CLIENT_SECRET =
      Question.of("--client-secret-file", "Client secret (not shown)");
  private static final Question TOKEN_URL =
      Question.of("--token-url", "Access token URL")
          .judgedBy(answer -> fault(Field.ACCESS_TOKEN_URL, "id", answer, List.of()));
  private static final Question SCOPES =
      Question.of("--scope", "Scopes, separated by spaces")
          .orElse("")
          .judgedBy(answer -> fault(Field.SCOPES, "id", "https://localhost/", words(answer)));
  private static final Question BASE_URL =
      Question.of("--base-url", "Base URL of the API")
          .judgedBy(answer ->
              BaseUrl.isValid(answer)
                  ? Optional.empty()
                  : Optional.of("Enter the full address, starting with https://."));
  private static final Question ENDPOINT =
      Question.of("--endpoint", "First endpoint, below the base URL");
  private static final Question PAGING =
      Question.of("--paging", "Paging: none, offset or pagenum (page numbers)")
          .orElse("none")
          .judgedBy(answer ->
              oneOf(
                  answer,
                  List.of("none", "offset", "pagenum"),
                  "This must be none, offset or pagenum; other methods can be written into the file."));
  private static final Question PAGE_SIZE =
      Question.of("--page-size", "Rows of a page")
          .orElse("100")
          .judgedBy(answer ->
              answer.matches("[1-9]\\d{0,8}")
                  ? Optional.empty()
                  : Optional.of("This must be a whole number."));

  private final Shell shell;
  private final Questions questions;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The data folder. Default: the current folder.")
  private Path folder = Path.of("");

  @Mixin private final InitOptions given = new InitOptions();

  @Option(names = "--force", description = "Replace a config.json that is there.")
  private boolean force;

  InitCommand(Shell shell, Prompt prompt) {
    this.shell = shell;
    this.questions = new Questions(prompt, shell.out());
  }

  @Override
  public Integer call() {
    var file = new PrivateFile(folder.resolve("config.json"));
    if (file.exists() && !force) {
      throw new UserError(
          Problem.of(
              "'" + file.path() + "' is there already.",
              "Name another folder, or replace it with --force."));
    }
    if (questions.prompt().isPossible()) {
      shell.out().println("Press Enter for what stands in [brackets].");
    } else {
      requireOptions();
    }
    ClientCredentials credentials = credentials();
    file.write(PrettyJson.of(document(credentials)));
    // The state before a first run: without the file each run would warn that it is missing.
    var state = new PrivateFile(folder.resolve("in").resolve("state.json"));
    if (!state.exists()) {
      state.write("{}\n");
    }
    done(file.path());
    return Outcome.SUCCESS;
  }

  /// All that is missing at once.
  private void requireOptions() {
    List<String> missing = given.missing();
    if (!missing.isEmpty()) {
      throw new UserError(
          Problem.of(
              "There is no terminal to ask for " + String.join(", ", missing) + ".",
              "Give them as options."));
    }
  }

  private ClientCredentials credentials() {
    String type = questions.answer(given.requestType(), REQUEST_TYPE);
    String id = questions.answer(given.clientId(), CLIENT_ID);
    String secret = given.secret(shell).orElseGet(() -> questions.secret(CLIENT_SECRET));
    String url = questions.answer(given.tokenUrl(), TOKEN_URL);
    List<String> scopes = words(questions.answer(given.scopes(), SCOPES));
    ClientCredentials credentials =
        ClientCredentials.of(
                type.equals("post") ? RequestType.POST_FORM : RequestType.BASIC_AUTH,
                id,
                secret,
                url,
                scopes)
            .withEncoded(given.encode());
    if (credentials.client().encoded()) {
      shell.out().println("note: encoded credentials run on Sluice only.");
    }
    for (FieldProblem problem : credentials.problems()) {
      shell.out().println("note: " + problem.message());
    }
    return credentials;
  }

  private JsonObject document(ClientCredentials credentials) {
    String baseUrl = questions.answer(given.baseUrl(), BASE_URL);
    String endpoint = questions.answer(given.endpoint(), ENDPOINT);
    String paging = questions.answer(given.paging(), PAGING);
    var portable = StarterDocument.of(credentials, baseUrl, endpoint);
    StarterDocument start = given.isNative() ? portable.withNativeLogin() : portable;
    return paging.equals("none")
        ? start.document()
        : start
            .withPaging(paging, Long.parseLong(questions.answer(given.pageSize(), PAGE_SIZE)))
            .document();
  }

  private void done(Path file) {
    String named = folder.toString().isEmpty() ? "." : folder.toString();
    shell.out().println();
    shell.out().println("Wrote " + file + ", which only you can read.");
    shell.out().println();
    new Hints("What to do next:")
        .with(shell.command() + " token " + named, "only log in, and see what happened")
        .with(
            shell.command() + " run " + named,
            "extract; the tables are in " + folder.resolve("out/tables"))
        .lines(Style.of(shell, false))
        .forEach(shell.out()::println);
  }

  private static Optional<String> oneOf(String answer, List<String> allowed, String fault) {
    return allowed.contains(answer) ? Optional.empty() : Optional.of(fault);
  }

  /// What the form says about one field, whatever stands in the others (spec: authentication
  /// §9.3.6).
  private static Optional<String> fault(Field field, String id, String url, List<String> scopes) {
    return ClientCredentials.of(RequestType.BASIC_AUTH, id, "", url, scopes).problems().stream()
        .filter(problem -> problem.field() == field && problem.severity() == Severity.ERROR)
        .map(FieldProblem::message)
        .findFirst();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }
}
