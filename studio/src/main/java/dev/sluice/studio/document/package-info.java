/// `config.json` as a text that people edit: read and saved byte for byte, secrets replaced by
/// markers, changes made where they belong and nowhere else (spec: studio §4.6, README G-08).
@NullMarked
package dev.sluice.studio.document;

import org.jspecify.annotations.NullMarked;
