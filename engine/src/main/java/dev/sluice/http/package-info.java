/// Requests and answers: encoding, addresses, and the pipeline each request passes (spec:
/// run-and-http §2-§4).
///
/// A [dev.sluice.http.Stage] is one concern; the list of stages in `Pipeline` is the order and its
/// documentation. `transport` holds the network, `origin` decides where credentials may go, `tls`,
/// `tunnel`, `sign` and `cache` what their names say.
@NullMarked
package dev.sluice.http;

import org.jspecify.annotations.NullMarked;
