/// Which addresses may be asked, and which of them get credentials (spec: README G-02).
///
/// [dev.sluice.http.origin.TrustedOrigins] decides on credentials,
/// [dev.sluice.http.origin.AllowedHostsCheck] on the request as such; both by the address alone.
@NullMarked
package dev.sluice.http.origin;

import org.jspecify.annotations.NullMarked;
