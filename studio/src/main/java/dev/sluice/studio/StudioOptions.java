package dev.sluice.studio;

import dev.sluice.http.transport.ProxySettings;
import java.nio.file.Path;
import java.util.Optional;

/// How the studio is to be started.
///
/// @param dataFolder the folder that holds `config.json`, or will
/// @param secretsFile the file of secrets that stand outside of `config.json`, if there is one
/// @param proxies the HTTP proxies of the environment
/// @param host the interface to listen at
/// @param port 0 takes a free one
/// @param password lets in who comes from elsewhere; needed if the interface is not the loopback
/// @param command how the user calls Sluice, for what the page shows to be typed
public record StudioOptions(
    Path dataFolder,
    Optional<Path> secretsFile,
    ProxySettings proxies,
    String host,
    int port,
    Optional<String> password,
    String command) {
  /// The interface that only this machine can reach.
  public static final String LOOPBACK = "127.0.0.1";

  /// {@return the usual way to open a folder, at a free port}
  ///
  /// @param dataFolder the folder
  public static StudioOptions of(Path dataFolder) {
    return new StudioOptions(
        dataFolder, Optional.empty(), ProxySettings.NONE, LOOPBACK, 0, Optional.empty(), "sluice");
  }

  /// {@return this with a password and an interface}
  ///
  /// @param otherHost the interface
  /// @param secret the password
  public StudioOptions at(String otherHost, String secret) {
    return new StudioOptions(
        dataFolder, secretsFile, proxies, otherHost, port, Optional.of(secret), command);
  }

  /// {@return nothing of the password}
  @Override
  public String toString() {
    return "StudioOptions[" + dataFolder + ", " + host + ":" + port + "]";
  }
}
