/// The SSH tunnel: connections that leave from another machine.
///
/// [dev.sluice.http.tunnel.SshTunnel] is both a stage, which opens and mends the tunnel before an
/// attempt, and the transport's connector, which asks the SSH server for a connection. The only
/// package that knows the SSH library. There is no listening port, no shell and no `ssh` command.
@NullMarked
package dev.sluice.http.tunnel;

import org.jspecify.annotations.NullMarked;
