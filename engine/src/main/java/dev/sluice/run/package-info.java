/// A run from the data folder to the published tables: the order of operations (spec: run-and-http
/// §1.3).
///
/// [dev.sluice.run.Sluice] is the front door. The only package that knows all others; it decides
/// nothing that one of them can decide.
@NullMarked
package dev.sluice.run;

import org.jspecify.annotations.NullMarked;
