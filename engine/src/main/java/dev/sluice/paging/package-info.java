/// Paging: what is asked after a page (spec: jobs-and-paging §6, §7).
///
/// [dev.sluice.paging.Scroller#first] is the entry point; each method is one file, and so is each
/// rule that stops one. Scrollers are immutable values that look at [dev.sluice.paging.PageFacts]
/// and answer with a [dev.sluice.paging.Step]. Pure: no clock, no network, no table.
@NullMarked
package dev.sluice.paging;

import org.jspecify.annotations.NullMarked;
