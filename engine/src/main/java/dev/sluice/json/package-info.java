/// JSON documents as immutable values, and reading and writing them.
///
/// [dev.sluice.json.JsonReader] turns bytes into a [dev.sluice.json.JsonValue]; numbers keep the
/// text they had in the document and properties their order. Of a document that is too long for the
/// memory the lists are [dev.sluice.json.LongList]s, to be iterated like any other. This package
/// knows nothing of configuration, HTTP or tables; the JSON library is used here and nowhere else.
@NullMarked
package dev.sluice.json;

import org.jspecify.annotations.NullMarked;
