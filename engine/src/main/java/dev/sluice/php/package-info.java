/// The rules of PHP that a configuration's results depend on, byte for byte: numbers as text,
/// dates, formats, casts and the serialised form (spec: functions §4-§7, tables §1).
///
/// Pure: no clock, no file, no socket. It knows JSON values and nothing else of the engine.
@NullMarked
package dev.sluice.php;

import org.jspecify.annotations.NullMarked;
