package dev.sluice.config;

import java.util.Optional;

/// Where a configuration's rows go, and in what form.
///
/// @param bucket the output bucket; empty for the default bucket (spec: run-and-http §1.7)
/// @param incremental whether rows are added to what earlier runs delivered (spec: run-and-http
///   §1.8)
/// @param compatLevel 1 for the legacy conversion and filter, 2 for the legacy filter, 3 otherwise
///   (spec: run-and-http §3.3)
/// @param lossless whether values are kept that the original loses (spec: README G-04)
/// @param mappings which data types are mapped, and how
public record OutputSettings(
    Optional<String> bucket,
    boolean incremental,
    int compatLevel,
    boolean lossless,
    Mappings mappings) {}
