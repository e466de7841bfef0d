package dev.sluice.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is wrong with the address of a token endpoint before anything is sent there (spec:
/// authentication §9.3.6, RFC 6749 §3.1, §3.2).
public final class TokenUrl {
  private static final Set<String> OWN_PARAMETERS =
      Set.of("grant_type", "scope", "client_id", "client_secret");

  private TokenUrl() {}

  /// One thing that is wrong.
  ///
  /// @param severe whether the address can't be used
  /// @param message what is wrong
  /// @param remedy what to do
  public record Finding(boolean severe, String message, String remedy) {}

  /// {@return what is wrong, the worst not necessarily first}
  ///
  /// @param url the address, absolute or relative to the base URL
  /// @param sentParameters the names of the parameters that the form body carries
  public static List<Finding> check(String url, Set<String> sentParameters) {
    List<Finding> findings = new ArrayList<>();
    if (url.indexOf('#') >= 0) {
      findings.add(
          new Finding(
              true, "The token URL must not have a fragment", "Remove the # and what follows it."));
    }
    if (isUnencrypted(url)) {
      findings.add(
          new Finding(
              false, "The secret would travel unencrypted", "Use an address with https://."));
    }
    for (String name : queryNames(url)) {
      if (sentParameters.contains(name)) {
        findings.add(
            new Finding(
                true,
                "The token URL's query has \"" + name + "\", which the request sends itself",
                "Remove it from the URL: parameters may be sent only once."));
      } else if (name.equals("client_secret")) {
        findings.add(
            new Finding(
                false,
                "The token URL's query contains the client secret, where logs can show it",
                "Remove it from the URL; the header or the form carries it."));
      }
    }
    return findings;
  }

  /// {@return the parameters that a token request of our making may send}
  public static Set<String> ownParameters() {
    return OWN_PARAMETERS;
  }

  private static boolean isUnencrypted(String url) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://")) {
      return false;
    }
    String authority = lower.substring("http://".length()).split("[/?#]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return !(host.matches("localhost(:[0-9]*)?")
        || host.matches("127(\\.[0-9]+){3}(:[0-9]*)?")
        || host.matches("\\[::1](:[0-9]*)?"));
  }

  private static List<String> queryNames(String url) {
    String[] parts = url.split("#", 2)[0].split("\\?", 2);
    List<String> names = new ArrayList<>();
    if (parts.length == 2) {
      for (String part : parts[1].split("&", -1)) {
        names.add(decoded(part.split("=", 2)[0]));
      }
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }
}
