/// What can be done with a configuration besides running it: tests and helpers for building one,
/// the same from the command line and from the studio (spec: studio §2, README G-07).
///
/// A test is a bounded run of the engine; nothing is implemented twice here.
@NullMarked
package dev.sluice.action;

import org.jspecify.annotations.NullMarked;
