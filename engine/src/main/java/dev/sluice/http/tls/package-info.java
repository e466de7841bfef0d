/// Encrypted connections: whom to trust, and the client's own certificate (spec: run-and-http
/// §2.9).
///
/// [dev.sluice.http.tls.TlsSockets] is the entry point.
@NullMarked
package dev.sluice.http.tls;

import org.jspecify.annotations.NullMarked;
