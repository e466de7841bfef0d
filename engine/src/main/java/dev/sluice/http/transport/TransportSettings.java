package dev.sluice.http.transport;

import dev.sluice.config.HttpSettings;
import java.nio.file.Path;

/// How requests travel.
///
/// @param timeouts how long an attempt may take
/// @param headerBytes the longest head of an answer, in bytes
/// @param responseBytes the longest decoded body, in bytes
/// @param memoryBytes decoded bodies with more bytes than this lie in a file; not negative
/// @param directory where such files go
/// @param proxies the proxies on the way
public record TransportSettings(
    HttpSettings.Timeouts timeouts,
    long headerBytes,
    long responseBytes,
    int memoryBytes,
    Path directory,
    ProxySettings proxies) {
  /// {@return the settings of a configuration}
  ///
  /// @param http what it says
  /// @param memoryBytes decoded bodies with more bytes than this lie in a file
  /// @param directory where long answers lie while they are read
  /// @param proxies the proxies of the environment; none when a tunnel is used
  public static TransportSettings of(
      HttpSettings http, int memoryBytes, Path directory, ProxySettings proxies) {
    return new TransportSettings(
        http.timeouts(),
        http.limits().headerBytes(),
        http.limits().responseBytes(),
        memoryBytes,
        directory,
        proxies);
  }

  /// {@return what reads bodies within these bounds}
  public BodyReader bodies() {
    return new BodyReader(memoryBytes, responseBytes, directory);
  }
}
