/// The addresses below `/api`: each reads JSON, calls the engine, and writes JSON (spec: studio
/// §4.5).
@NullMarked
package dev.sluice.studio.api;

import org.jspecify.annotations.NullMarked;
