/// What tests of several modules share: a scripted HTTP server on the loopback interface, with
/// faults.
///
/// [dev.sluice.testkit.ScriptedServer] is the entry point: answers in, the exact requests out. It
/// must not know the engine.
@NullMarked
package dev.sluice.testkit;

import org.jspecify.annotations.NullMarked;
