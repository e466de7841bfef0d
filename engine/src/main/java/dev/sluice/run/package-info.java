/// A run from the data folder to the published tables: the order of operations (spec: run-and-http
/// §1.3).
///
/// [dev.sluice.run.Sluice] is the front door. The only package that knows all others; it decides
/// nothing that one of them can decide.
///
/// Pages are fetched ahead and committed in order. For a parent page with two children:
///
/// ```
///   AheadFeeds (threads)                           Walk (one thread)
///   Window over root jobs ── Start ──────────────▶ run(starts)
///     AheadFeed of a job                             feed.next()  → page 1   Lookahead.turnCame
///       fetch page 1, put ─────────────────────────▶ Committer.commit(page 1)
///       Window over its children ── Start, Start ──▶ run(children): first child to its end, then the second
///       fetch page 2, put ─────────────────────────▶ feed.next()  → page 2
/// ```
///
/// A `Feed` is the pages of one job instance, `Starts` a list of instances to run one after
/// another. Lookahead lets a page be fetched while only so many earlier ones wait, and take up no
/// more than their share of the [dev.sluice.run.Memory]. Nobody keeps a page whose rows are written
/// and whose last child has begun; the file of a long answer goes with its page.
@NullMarked
package dev.sluice.run;

import org.jspecify.annotations.NullMarked;
