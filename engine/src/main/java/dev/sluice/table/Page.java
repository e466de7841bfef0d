package dev.sluice.table;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;

/// One delivery of rows to the conversion (spec: tables §0).
///
/// @param dataType the job's `dataType`
/// @param rows the rows in order, after the response filter; iterated once
/// @param extra columns added to each row: user data, then the parent's columns; may be empty
/// @param origin names the request in messages, e.g. `job 'orders', page 2`
public record Page(String dataType, Iterable<JsonValue> rows, JsonObject extra, String origin) {}
