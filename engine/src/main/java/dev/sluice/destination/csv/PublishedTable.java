package dev.sluice.destination.csv;

import java.nio.file.Path;
import java.util.List;

/// A table that a run has made, in the data folder or about to be put there.
///
/// @param file its CSV file in `out/tables`
/// @param columns its header
/// @param emptyColumns those of its columns in which no row has a value, in order
/// @param rows the number of its rows, without the header
public record PublishedTable(
    Path file, List<String> columns, List<String> emptyColumns, long rows) {}
