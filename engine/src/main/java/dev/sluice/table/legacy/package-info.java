/// The conversion of compatibility level 1, kept for configurations and states that were made with
/// it (spec: tables §3).
///
/// [dev.sluice.table.legacy.LegacyShaper] is the entry point. Like the automatic conversion it
/// learns and spools pages as they come and writes at the end; names, kinds and links follow older
/// rules.
@NullMarked
package dev.sluice.table.legacy;

import org.jspecify.annotations.NullMarked;
