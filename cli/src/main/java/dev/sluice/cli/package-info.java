/// The command line: commands, the three renderings of a run's events, and the exit codes.
///
/// [dev.sluice.cli.Main] is the entry point. Only this package reads the environment, writes to the
/// standard streams and ends the process. It decides nothing about extractions: it calls
/// [dev.sluice.run.Sluice] and shows what comes back.
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
