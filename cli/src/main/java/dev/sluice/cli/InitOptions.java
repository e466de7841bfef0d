package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The answers that `sluice init` takes as options.
final class InitOptions {
  @Mixin private ClientOptions client = new ClientOptions();

  @Option(
      names = "--request-type",
      paramLabel = "TYPE",
      description =
          "How the credentials travel: basic (in the header Authorization; the default) or post (in the form).")
  private Optional<String> requestType = Optional.empty();

  @Option(
      names = "--encode",
      description =
          "With basic: form-encode ID and secret before they are joined (RFC 6749 §2.3.1), for servers that want it.")
  private boolean encode;

  @Option(
      names = "--native",
      description =
          "Write the login as oauth20.client-credentials, which runs on Sluice only, in place of the portable login.")
  private boolean isNative;

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
      description =
          "none (the default), offset or pagenum; other methods can be written into the file.")
  private Optional<String> paging = Optional.empty();

  @Option(names = "--page-size", paramLabel = "N", description = "Rows of a page. Default: 100.")
  private Optional<String> pageSize = Optional.empty();

  /// {@return the names of the options that are missing and have no usual value}
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    add(client.id(), "--client-id", missing);
    if (!client.hasSecretFile()) {
      missing.add("--client-secret-file");
    }
    add(client.tokenUrl(), "--token-url", missing);
    add(baseUrl, "--base-url", missing);
    add(endpoint, "--endpoint", missing);
    return missing;
  }

  /// {@return the client secret, if a file was named}
  ///
  /// @param shell has standard input
  /// @throws dev.sluice.problem.UserError if the file can't be read
  Optional<String> secret(Shell shell) {
    return client.secret(shell);
  }

  /// {@return `--request-type`}
  Optional<String> requestType() {
    return requestType;
  }

  /// {@return `--client-id`}
  Optional<String> clientId() {
    return client.id();
  }

  /// {@return `--encode`}
  boolean encode() {
    return encode;
  }

  /// {@return `--native`}
  boolean isNative() {
    return isNative;
  }

  /// {@return `--token-url`}
  Optional<String> tokenUrl() {
    return client.tokenUrl();
  }

  /// {@return all `--scope`, separated by spaces}
  Optional<String> scopes() {
    return client.scopes().isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" ", client.scopes()));
  }

  /// {@return `--base-url`}
  Optional<String> baseUrl() {
    return baseUrl;
  }

  /// {@return `--endpoint`}
  Optional<String> endpoint() {
    return endpoint;
  }

  /// {@return `--paging`}
  Optional<String> paging() {
    return paging;
  }

  /// {@return `--page-size`}
  Optional<String> pageSize() {
    return pageSize;
  }

  private static void add(Optional<String> option, String name, List<String> missing) {
    if (option.isEmpty()) {
      missing.add(name);
    }
  }
}
