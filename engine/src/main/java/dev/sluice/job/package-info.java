/// Jobs: what one entry of `jobs` asks for, which rows a response holds, and which child jobs they
/// start (spec: jobs-and-paging §1-§5).
///
/// [dev.sluice.job.JobInstance] is the entry point; it and everything it hands out are immutable,
/// so that whoever drives it may run ahead on other threads. Pure: no network, no table; the clock
/// comes with [dev.sluice.job.JobSettings].
@NullMarked
package dev.sluice.job;

import org.jspecify.annotations.NullMarked;
