/// The function language: values of a configuration that are computed (spec: functions).
///
/// [dev.sluice.function.Section] is the entry point: an object whose values may be function calls
/// and references, read once, evaluated as often as needed in a [dev.sluice.function.Scope]. Pure:
/// clock, state and attributes come in with the scope. It knows nothing of configuration files,
/// HTTP or tables.
@NullMarked
package dev.sluice.function;

import org.jspecify.annotations.NullMarked;
