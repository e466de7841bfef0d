package dev.sluice.config;

/// Where the rows are in a response (spec: jobs-and-paging §3.2).
///
/// @param path names and positions of the steps to them; not empty
/// @param delimiter what separates the steps; not empty
public record DataField(String path, String delimiter) {}
