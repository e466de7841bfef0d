package dev.sluice.destination.csv;

import java.nio.file.Path;
import java.util.List;

/// A table that a run has put into the data folder.
///
/// @param file its CSV file in `out/tables`
/// @param columns its header
/// @param rows the number of its rows, without the header
public record PublishedTable(Path file, List<String> columns, long rows) {}
