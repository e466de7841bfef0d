package dev.sluice.table.automatic;

import dev.sluice.table.RowKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives columns their names, unique in their table (spec: tables §2.7).
final class Naming {
  /// The column of rows that are scalars.
  static final String DATA = "data";

  private final boolean lossless;
  private final Map<String, NameScope> scopes = new HashMap<>();
  private boolean complete = true;

  /// Prepares to name columns.
  ///
  /// @param lossless whether a name of which nothing is left is replaced by a hash (spec: README
  ///   G-04)
  Naming(boolean lossless) {
    this.lossless = lossless;
  }

  /// Notes that a node without a name was added.
  void nodeAdded() {
    complete = false;
  }

  /// Names what has no name. A name that came out as nothing or `0` counts as none, until its table
  /// is open.
  ///
  /// @param roots the data types in order
  void nameAll(Collection<Node> roots) {
    if (complete) {
      return;
    }
    complete = true;
    for (Node root : roots) {
      Node element = root.element;
      if (element != null) {
        nameTree(element, false);
      }
    }
  }

  private void nameTree(Node node, boolean open) {
    if (node.name == null || (isNoName(node.name) && !open)) {
      name(node);
    }
    Node element = node.element;
    if (element != null) {
      nameTree(element, element.table != null);
    }
    boolean fieldsOpen = node.isElement() ? node.table != null : open;
    for (Node field : node.fields.values()) {
      nameTree(field, fieldsOpen);
    }
  }

  private void name(Node node) {
    if (node.isElement()) {
      node.call(DATA);
      return;
    }
    String label = label(node);
    String base = CleanName.of(label);
    if (base.isEmpty() && lossless) {
      base = substitute(String.valueOf(node.key));
    }
    String name = scope(node).take(base, node.isColumn());
    node.call(name);
    complete &= !isNoName(name);
  }

  /// {@return the name of a table; empty if nothing is left of it}
  ///
  /// @param path the data type, and the properties on the way to a list, joined with dots
  String tableName(String path) {
    String name = CleanName.of(path);
    return name.isEmpty() && lossless ? substitute(path) : name;
  }

  /// {@return the name for a key of which nothing is left} (spec: README G-04)
  ///
  /// @param key the property's name
  static String substitute(String key) {
    return "field_" + RowKey.ofText(key).substring(0, 8);
  }

  /// {@return whether the original takes a name for none and gives another one}
  static boolean isNoName(String name) {
    return name.isEmpty() || name.equals("0");
  }

  /// {@return the names of the table that a node's column belongs to}
  NameScope scope(Node node) {
    return scopes.computeIfAbsent(scopeName(node), _ -> new NameScope());
  }

  /// Keeps the names of columns that got them elsewhere from being given again.
  ///
  /// @param node a node in its place; the columns of objects and lists below it count as well
  void hold(Node node) {
    if (node.isColumn() && node.name != null && !isNoName(node.name)) {
      scope(node).hold(node.name);
    }
    columnsBelow(node).forEach(this::hold);
  }

  /// Frees held names of columns that are about to be replaced.
  ///
  /// @param node a node still in its place; the columns of objects and lists below it count as well
  void release(Node node) {
    if (node.isColumn() && node.name != null) {
      scope(node).release(node.name);
    }
    columnsBelow(node).forEach(this::release);
  }

  private static Collection<Node> columnsBelow(Node node) {
    if (node.is(Kind.ARRAY)) {
      return node.element == null ? List.of() : node.element.fields.values();
    }
    return node.fields.values();
  }

  /// {@return a copy for a rehearsal of the writing}
  Naming copy() {
    var copy = new Naming(lossless);
    scopes.forEach((name, scope) -> copy.scopes.put(name, scope.copy()));
    copy.complete = complete;
    return copy;
  }

  /// {@return the path of a column within its table: `[]`, then the names of the properties}
  static String label(Node node) {
    Node parent = node.parent;
    if (node.isElement() || parent == null) {
      return "[]";
    }
    return parent.is(Kind.ARRAY) ? String.valueOf(node.key) : label(parent) + "." + node.key;
  }

  private static String scopeName(Node node) {
    Node parent = node.parent;
    if (parent == null) {
      return String.valueOf(node.key);
    }
    String above = scopeName(parent);
    return parent.is(Kind.ARRAY) && parent.parent != null ? above + "." + label(parent) : above;
  }
}
