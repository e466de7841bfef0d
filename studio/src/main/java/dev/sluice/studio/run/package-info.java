/// Runs and tests that the page starts: what happens as a stream of small JSON events, what came of
/// it as tables (spec: studio §4.5). The engine does the work.
@NullMarked
package dev.sluice.studio.run;

import org.jspecify.annotations.NullMarked;
