package dev.sluice.config;

import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `config.mappings`: which data types are mapped, and how (spec: tables §4).
///
/// @param tables one mapping for each data type, in the configuration's order; its table has the
///   data type's name
/// @param refusals what to tell when rows of a data type arrive, for mappings that are good for a
///   table without data only (spec: tables §4.9)
public record Mappings(List<TableMapping> tables, Map<String, Problem> refusals) {
  /// No mappings: everything is converted automatically.
  public static final Mappings NONE = new Mappings(List.of(), Map.of());

  /// Keeps unmodifiable copies.
  public Mappings {
    tables = List.copyOf(tables);
    refusals = Map.copyOf(refusals);
  }

  /// {@return whether no data type is mapped}
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /// {@return the mapping of a data type, if it has one}
  ///
  /// @param dataType a job's `dataType`
  public Optional<TableMapping> find(String dataType) {
    return tables.stream().filter(mapping -> mapping.table().equals(dataType)).findFirst();
  }
}
