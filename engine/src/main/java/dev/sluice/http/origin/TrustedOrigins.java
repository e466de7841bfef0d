package dev.sluice.http.origin;

import dev.sluice.event.Events;
import dev.sluice.http.Trust;
import dev.sluice.http.Url;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Trusts the origins that the configuration writes, hosts of the same site, and those that the
/// user lists (spec: README G-02).
public final class TrustedOrigins implements Trust {
  private final List<Url> configured;
  private final List<OriginPattern> listed;
  private final Events events;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /// Knows whom to trust.
  ///
  /// @param configured the base URL and the absolute endpoints of the configuration
  /// @param listed `api.http.trustedOrigins`, checked by its reader
  /// @param events gets a warning per origin that is asked without credentials
  public TrustedOrigins(Collection<Url> configured, Collection<String> listed, Events events) {
    this.configured = List.copyOf(configured);
    this.listed = listed.stream().flatMap(text -> OriginPattern.parse(text).stream()).toList();
    this.events = events;
  }

  @Override
  public boolean allows(Url address) {
    return configured.stream().anyMatch(home -> isSameSite(home, address))
        || listed.stream().anyMatch(pattern -> pattern.matches(address));
  }

  @Override
  public void withheld(Url address) {
    if (warned.add(address.origin())) {
      events.warning(
          "Requests to "
              + address.shownOrigin()
              + " go without credentials, because a response named that address. If it may have"
              + " them, add it to 'api.http.trustedOrigins'.");
    }
  }

  private static boolean isSameSite(Url home, Url address) {
    if (home.origin().equals(address.origin())) {
      return true;
    }
    boolean lowersScheme = home.scheme().equals("https") && address.scheme().equals("http");
    boolean hasUsualPort =
        address.port() == home.port() || address.port() == Url.ownPort(address.scheme());
    Optional<String> site = Site.of(home.host());
    return !lowersScheme
        && hasUsualPort
        && site.isPresent()
        && site.equals(Site.of(address.host()));
  }
}
