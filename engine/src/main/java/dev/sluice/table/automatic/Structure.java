package dev.sluice.table.automatic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of the rows of all data types of a bucket (spec: tables §2.2).
final class Structure {
  private final Map<String, Node> roots = new LinkedHashMap<>();

  /// New names of extra columns that met a property of the same name, by their old name (spec:
  /// tables §2.12).
  private final Map<String, String> aliases = new LinkedHashMap<>();

  private final Naming naming;

  Structure(Naming naming) {
    this.naming = naming;
  }

  /// {@return the root of a data type, made if the type is new}
  ///
  /// @param type its name
  Node root(String type) {
    return roots.computeIfAbsent(type, Node::root);
  }

  /// {@return the data types in order of their first appearance}
  Collection<Node> roots() {
    return roots.values();
  }

  Map<String, String> aliases() {
    return aliases;
  }

  /// {@return what a key of an extra column is called by now}
  ///
  /// @param key the key as the job calls it
  String alias(String key) {
    return aliases.getOrDefault(key, key);
  }

  Naming naming() {
    return naming;
  }

  /// Names all columns that have no name yet.
  void nameAll() {
    naming.nameAll(roots.values());
  }

  /// {@return a copy for a rehearsal of the writing}
  Structure copy() {
    var copy = new Structure(naming.copy());
    roots.forEach((type, root) -> copy.roots.put(type, root.copy(null)));
    copy.aliases.putAll(aliases);
    return copy;
  }
}
