/// A small shop to try Sluice on without an account anywhere: an OAuth 2.0 authorization server for
/// the client-credentials grant, and a paged API behind it.
///
/// [dev.sluice.demo.Demo] is the entry point. The data are the same in every run. This package
/// listens on the loopback interface only and must not know the engine: to it, the demo is an API
/// like any other.
@NullMarked
package dev.sluice.demo;

import org.jspecify.annotations.NullMarked;
