/// Black-box tests: they see the packaged command, its data folder, its output and its exit code,
/// and nothing else. Real servers answer it.
@NullMarked
package dev.sluice.acceptance;

import org.jspecify.annotations.NullMarked;
