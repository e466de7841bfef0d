/// How requests are made known to an API: one file per method, and the life of a login (spec:
/// authentication).
///
/// [dev.sluice.auth.AuthenticationMethods] is the entry point: a method of the configuration in, a
/// stage of the pipeline out. Credentials are added to a request only after the pipeline has
/// decided that its address may have them; this package neither decides that nor opens a
/// connection.
@NullMarked
package dev.sluice.auth;

import org.jspecify.annotations.NullMarked;
