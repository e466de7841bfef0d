package dev.sluice.action.curl;

import dev.sluice.action.curl.CurlImport.NotImported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lists what a command says and an endpoint can't (spec: studio §2.4, table).
final class LeftOut {
  private static final Set<String> USED =
      Set.of(
          "request",
          "url",
          "url-query",
          "header",
          "json",
          "data",
          "data-ascii",
          "data-raw",
          "data-binary",
          "data-urlencode",
          "get",
          "cookie",
          "user-agent",
          "referer",
          "oauth2-bearer",
          "basic",
          "form",
          "form-string",
          "upload-file",
          "head");
  private static final String OUTPUT = "It is about what cURL prints or writes.";
  private static final String TIME =
      "Limits of time belong to the API: api.http.connectTimeout and requestTimeout.";
  private static final String PROXY = "Proxies come from the environment, e.g. HTTPS_PROXY.";
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry(
              "insecure",
              "Certificates are always checked; one of your own goes into api.caCertificate."),
          Map.entry("cacert", "Your own certificate goes into api.caCertificate."),
          Map.entry("cert", "A client certificate goes into api.#clientCertificate."),
          Map.entry("key", "A client certificate and its key go into api.#clientCertificate."),
          Map.entry("location", "Redirects are always followed."),
          Map.entry("compressed", "Compression is up to Sluice."),
          Map.entry("max-time", TIME),
          Map.entry("connect-timeout", TIME),
          Map.entry("retry", "Requests are always tried again; see api.retryConfig."),
          Map.entry("proxy", PROXY),
          Map.entry("proxy-user", PROXY),
          Map.entry("noproxy", PROXY),
          Map.entry("silent", OUTPUT),
          Map.entry("show-error", OUTPUT),
          Map.entry("verbose", OUTPUT),
          Map.entry("include", OUTPUT),
          Map.entry("output", OUTPUT),
          Map.entry("remote-name", OUTPUT),
          Map.entry("write-out", OUTPUT),
          Map.entry("fail", OUTPUT),
          Map.entry("progress-bar", OUTPUT),
          Map.entry("buffer", OUTPUT),
          Map.entry("digest", "There is no such method of authentication."),
          Map.entry("ntlm", "There is no such method of authentication."),
          Map.entry("negotiate", "There is no such method of authentication."),
          Map.entry("aws-sigv4", "See the method AWS Signature."),
          Map.entry("config", "It reads a file."));

  private LeftOut() {}

  /// {@return what is left out, in the order of the command}
  ///
  /// @param command all of it
  /// @param request what is sent
  static List<NotImported> of(CurlCommand command, CurlRequest request) {
    List<NotImported> all = new ArrayList<>();
    for (CurlCommand.Option option : command.options()) {
      why(option, command, request)
          .ifPresent(reason -> all.add(new NotImported(option.written(), reason)));
    }
    addresses(command, request, all);
    command.rest().forEach(rest -> all.add(new NotImported(rest, "One request is imported.")));
    return all;
  }

  private static Optional<String> why(
      CurlCommand.Option option, CurlCommand command, CurlRequest request) {
    String name = option.name();
    if (name.equals("user")) {
      if (request.header("Authorization").isPresent()) {
        return Optional.of("The header Authorization counts.");
      }
      boolean isBasic =
          !command.has("digest")
              && !command.has("ntlm")
              && !command.has("negotiate")
              && !command.has("aws-sigv4");
      return isBasic ? Optional.empty() : Optional.of("It belongs to another method than Basic.");
    }
    if (name.startsWith("data") && request.verb().equals("GET") && request.body().isPresent()) {
      return Optional.of("A GET has no body; with -G the data would go into the URL.");
    }
    if (name.equals("header") && !option.value().contains(":")) {
      return Optional.of("A header without a value is not sent.");
    }
    return USED.contains(name)
        ? Optional.empty()
        : Optional.of(REASONS.getOrDefault(name, "It has no counterpart."));
  }

  private static void addresses(CurlCommand command, CurlRequest request, List<NotImported> all) {
    boolean isFirst = true;
    for (String word : command.addresses()) {
      if (isFirst && request.address().startsWith(word.replaceFirst("#.*", ""))) {
        isFirst = false;
      } else {
        String reason = CurlRequest.isAddress(word) ? "One request is imported." : "It is no URL.";
        all.add(new NotImported(word, reason));
      }
    }
  }
}
