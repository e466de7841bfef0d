/// What a person should know about a configuration before it is run, besides what the engine says:
/// each finding with its place, and a change that mends it where there is one (spec: studio §4.8).
@NullMarked
package dev.sluice.studio.check;

import org.jspecify.annotations.NullMarked;
