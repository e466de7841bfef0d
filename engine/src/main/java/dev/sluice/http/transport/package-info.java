/// The network: connections, timeouts, proxies, and the bodies of answers.
///
/// [dev.sluice.http.transport.HttpTransport] is the entry point. It sends exactly the headers it is
/// given and does nothing on its own: no redirects, no cookies, no retries but the one that a
/// kept-alive connection closed meanwhile needs. It knows libraries for HTTP, which appear in no
/// signature outside this package.
@NullMarked
package dev.sluice.http.transport;

import org.jspecify.annotations.NullMarked;
