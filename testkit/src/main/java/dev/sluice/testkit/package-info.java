/// What tests of several modules share: a scripted HTTP server on the loopback interface, with
/// faults, and the recorded cases of the original with their comparison.
///
/// [dev.sluice.testkit.ScriptedServer] is the entry point for tests of requests: answers in, the
/// exact requests out. [dev.sluice.testkit.RecordedCases] is the one for whole runs. This package
/// must not know the engine.
@NullMarked
package dev.sluice.testkit;

import org.jspecify.annotations.NullMarked;
