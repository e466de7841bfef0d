package dev.sluice.destination.csv;

/// A table that a run has put into the data folder.
///
/// @param file its name under `out/tables`
/// @param rows the number of its rows, without the header
/// @param bytes the size of the CSV file
public record PublishedTable(String file, long rows, long bytes) {}
