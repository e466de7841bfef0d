package dev.sluice.acceptance.servers;

import java.util.Optional;

/// A real authorization server that knows all test clients: a column of the matrix.
interface AuthorizationServer extends AutoCloseable {
  /// {@return product and version}
  String name();

  /// {@return where a client gets tokens}
  ///
  /// @param proof how it proves who it is
  String tokenUrl(Proof proof);

  /// {@return why a proof can't work here; empty when it has to work}
  ///
  /// @param proof one of all
  Optional<String> refusal(Proof proof);

  @Override
  void close();
}
