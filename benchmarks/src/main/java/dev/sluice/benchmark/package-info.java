/// How fast a whole run of the packaged command is, beside a floor measured in the same minute.
///
/// [dev.sluice.benchmark.Benchmark] is the entry point, started by `./benchmark`. It measures and
/// prints; it judges nothing. The command is a process to it, so this package knows nothing of the
/// engine.
@NullMarked
package dev.sluice.benchmark;

import org.jspecify.annotations.NullMarked;
