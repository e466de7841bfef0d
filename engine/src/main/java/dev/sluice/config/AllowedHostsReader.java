package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads [AllowedHosts].
public final class AllowedHostsReader {
  private AllowedHostsReader() {}

  /// {@return the list}
  ///
  /// @param node `image_parameters.allowed_hosts`
  public static AllowedHosts read(ConfigNode node) {
    if (node.isEmpty()) {
      return AllowedHosts.ALL;
    }
    if (!node.isMapOrList()) {
      node.error("The 'allowed_hosts' must be a list of objects with 'host'.");
    }
    List<AllowedHosts.Entry> entries = new ArrayList<>();
    for (ConfigNode item : node.items()) {
      entry(item).ifPresent(entries::add);
    }
    return new AllowedHosts(entries);
  }

  private static Optional<AllowedHosts.Entry> entry(ConfigNode item) {
    Optional<String> host = item.at("host").nonEmptyText();
    if (host.isEmpty()) {
      item.at("host").error("Each entry of 'allowed_hosts' must have a 'host'.");
      return Optional.empty();
    }
    return Optional.of(
        new AllowedHosts.Entry(
            host.get(),
            item.at("scheme").text(),
            port(item.at("port")),
            item.first("endpoint", "path").text()));
  }

  private static Optional<Integer> port(ConfigNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    long port = node.integer().orElse(0);
    if (port < 1 || port > 65_535) {
      node.error("The 'port' of an entry of 'allowed_hosts' must be an integer.");
    }
    return Optional.of(Math.clamp(port, 0, 65_535));
  }
}
