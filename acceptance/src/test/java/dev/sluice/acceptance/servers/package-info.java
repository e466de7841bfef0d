/// Client credentials against independent authorization servers: each way for a client to prove who
/// it is, with each server, as whole extractions by the packaged command. What works with which is
/// written into `docs/client-credentials-matrix.md`.
@NullMarked
package dev.sluice.acceptance.servers;

import org.jspecify.annotations.NullMarked;
