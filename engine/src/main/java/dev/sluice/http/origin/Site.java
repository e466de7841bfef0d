package dev.sluice.http.origin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/// The site of a host: the domain that somebody can register, by the public suffix list that the
/// HTTP library ships.
final class Site {
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

  private Site() {}

  /// {@return the registrable domain, if the host has one: an address, a single label and a public
  /// suffix have none}
  ///
  /// @param host in lower case
  static Optional<String> of(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return ADDRESS.matcher(name).matches()
        ? Optional.empty()
        : Optional.ofNullable(Suffixes.LIST.getDomainRoot(name));
  }

  /// Read when the first site is asked for.
  private static final class Suffixes {
    private static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();
  }
}
