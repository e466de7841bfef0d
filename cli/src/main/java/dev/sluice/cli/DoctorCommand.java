package dev.sluice.cli;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.GrantConversion;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.PrettyJson;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sluice auth doctor`: finds out how a token endpoint wants the credentials.
@Command(
    name = "doctor",
    header = "Find out how a token endpoint wants the client's credentials.",
    description = {
      "%nTries Basic Auth and Post Form, one token request each, four at the most. Stops at the first success, and when"
          + " the server may be locking the client out.",
      "Takes what it needs from a folder's config.json, else from options, else asks. Shows a configuration that works;"
          + " the secret is never shown.%n"
    },
    footer = {
      "%nFor example:",
      "  %1$s auth doctor shop",
      "  %1$s auth doctor --token-url https://id.example.com/token --client-id shop"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;
  private final Questions questions;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATADIR",
      description = "A folder whose config.json has OAuth 2.0 client credentials.")
  private Optional<Path> folder = Optional.empty();

  @Mixin private ClientOptions client = new ClientOptions();

  DoctorCommand(Shell shell, Prompt prompt) {
    this.shell = shell;
    this.questions = new Questions(prompt, shell.out());
  }

  @Override
  public Integer call() {
    JsonObject document =
        folder.map(named -> ConfigFile.in(named).document()).orElse(JsonObject.EMPTY);
    ClientCredentials credentials = credentials(parameters(document));
    var doctor = new Doctor(shell, api(document, credentials));
    Optional<ClientCredentials> working = doctor.examine(credentials);
    working.ifPresent(found -> show(found, parameters(document)));
    return working.isPresent() ? Outcome.SUCCESS : Outcome.USER_ERROR;
  }

  private ClientCredentials credentials(JsonObject parameters) {
    Optional<ClientCredentials> known = known(parameters);
    if (folder.isPresent() && known.isEmpty()) {
      throw new UserError(
          Problem.of(
              "The configuration of '"
                  + folder.get()
                  + "' has no OAuth 2.0 client credentials that"
                  + " can be examined.",
              "Give --token-url and --client-id instead of a folder; see docs/client-credentials.md"
                  + " for the form of the login."));
    }
    ClientCredentials start =
        known.orElseGet(() ->
            ClientCredentials.of(
                RequestType.BASIC_AUTH,
                questions.answer(client.id(), Question.of("--client-id", "Client ID")),
                "",
                questions.answer(client.tokenUrl(), Question.of("--token-url", "Access token URL")),
                client.scopes()));
    if (known.isPresent()) {
      start = start.withAccessTokenUrl(client.tokenUrl().orElse(start.accessTokenUrl()));
      start = client.id().map(start::withClientId).orElse(start);
      start = client.scopes().isEmpty() ? start : start.withScopes(client.scopes());
    }
    Optional<String> secret = client.secret(shell);
    boolean isKnown = known.isPresent() && !start.clientSecret().isEmpty();
    return secret.isPresent() || !isKnown
        ? start.withClientSecret(secret.orElseGet(() -> askedSecret()))
        : start;
  }

  /// What `oauth20.client-credentials` says is examined as the `login` that means the same.
  private static Optional<ClientCredentials> known(JsonObject parameters) {
    return ClientCredentials.recognise(parameters)
        .or(() ->
            GrantConversion.toPortable(parameters) instanceof GrantConversion.Done(var login, _)
                ? ClientCredentials.recognise(login)
                : Optional.empty());
  }

  private String askedSecret() {
    return questions.secret(Question.of("--client-secret-file", "Client secret (not shown)"));
  }

  /// What the requests need besides the login: certificates, proxies and default headers are those
  /// of the folder.
  private static JsonObject api(JsonObject document, ClientCredentials credentials) {
    JsonObject api = parameters(document).object("api");
    return api.has("baseUrl")
        ? api
        : api.with("baseUrl", new JsonString(origin(credentials.accessTokenUrl())));
  }

  private static String origin(String url) {
    try {
      URI parts = URI.create(url);
      return parts.getScheme() + "://" + parts.getRawAuthority() + "/";
    } catch (IllegalArgumentException _) {
      return url;
    }
  }

  private void show(ClientCredentials found, JsonObject parameters) {
    JsonObject shown =
        found
            .withAttributes()
            .withClientSecret("PUT THE CLIENT SECRET HERE")
            .writeTo(
                JsonObject.builder()
                    .put(
                        "api",
                        JsonObject.of("baseUrl", new JsonString("https://PUT THE API HERE/")))
                    .put(
                        "config",
                        JsonObject.of(
                            "jobs",
                            JsonArray.of(JsonObject.of("endpoint", new JsonString("orders")))))
                    .build());
    boolean isInFile =
        known(parameters).filter(known -> known.shape().equals(found.shape())).isPresent();
    shell.out().println();
    if (isInFile) {
      shell.out().println("The configuration is right as it is.");
      return;
    }
    shell.out().println("This works:");
    shell.out().println();
    shell.out().println(PrettyJson.of(JsonObject.of("parameters", shown)));
  }

  private static JsonObject parameters(JsonObject document) {
    return document.object("parameters");
  }
}
