package dev.sluice.table.automatic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in the rows of a data type, with what is known of its values (spec: tables §2.2).
///
/// The fields are public to the package and mutable: learning and writing touch them for each value
/// of each row. Used by one thread.
final class Node {
  private static final Node[] NO_CHILDREN = new Node[0];

  /// The node this one belongs to; null for the root of a data type.
  @Nullable Node parent;

  /// The property's name; the data type for a root; null for the element of a list.
  final @Nullable String key;

  /// Null until the first value was learned.
  @Nullable Kind kind;

  /// The column's name; null until it was given.
  @Nullable String name;

  /// Whether this is an extra column and no property (spec: tables §2.12).
  boolean extra;

  /// The properties, in order of their first appearance.
  final Map<String, Node> fields = new LinkedHashMap<>(4);

  /// What the list's elements are; null unless lists were met here.
  @Nullable Node element;

  /// Where kind, name and element stand among the fields in the state file (spec: tables §2.15).
  final StatePlaces places = new StatePlaces();

  /// While tables are written: the place among the parent's fields.
  int order;

  /// While tables are written: the column of the table that the values go to.
  int column = -1;

  /// While tables are written: the table, if this is the element of a list of which one was met.
  @Nullable OpenTable table;

  private @Nullable Layout lastLayout;
  private @Nullable Node[] lastChildren = NO_CHILDREN;
  private final Map<Layout, @Nullable Node[]> childrenByLayout = new HashMap<>(2);

  private Node(@Nullable Node parent, @Nullable String key) {
    this.parent = parent;
    this.key = key;
  }

  /// {@return the root of a data type}
  ///
  /// @param type its name
  static Node root(String type) {
    return new Node(null, type);
  }

  /// {@return the element of this node's lists, made if it is missing}
  Node elementOrNew() {
    Node known = element;
    if (known == null) {
      known = new Node(this, null);
      element = known;
      places.elementAdded(fields.size(), kind != null, name != null);
    }
    return known;
  }

  /// {@return the field of that name, made at the end if it is missing}
  ///
  /// @param name the property's name
  Node fieldOrNew(String name) {
    Node field = fields.get(name);
    if (field == null) {
      field = new Node(this, name);
      fields.put(name, field);
    }
    return field;
  }

  /// Sets the kind, whatever it was.
  void become(Kind kind) {
    if (this.kind == null) {
      places.kindAdded(fields.size());
    }
    this.kind = kind;
  }

  /// Gives the node a name.
  void call(String name) {
    if (this.name == null) {
      places.nameAdded(fields.size());
    }
    this.name = name;
  }

  boolean is(Kind kind) {
    return this.kind == kind;
  }

  /// {@return whether this describes the elements of a list}
  boolean isElement() {
    return key == null;
  }

  /// {@return whether this has a column: everything but objects}
  boolean isColumn() {
    return kind != Kind.OBJECT;
  }

  /// {@return whether values are written as text into a cell: scalars, and what was only `null`}
  boolean isScalarColumn() {
    return kind == Kind.SCALAR || kind == Kind.NULL;
  }

  /// {@return the fields for the names of a layout, or null if they were not looked up yet}
  ///
  /// @param layout the names
  @Nullable Node @Nullable [] known(Layout layout) {
    if (layout == lastLayout) {
      return lastChildren;
    }
    @Nullable Node[] children = childrenByLayout.get(layout);
    if (children != null) {
      lastLayout = layout;
      lastChildren = children;
    }
    return children;
  }

  /// {@return the fields for the names of a layout, null where there is none; kept for
  /// [#known(Layout)]}
  ///
  /// @param layout the names
  @Nullable Node[] lookUp(Layout layout) {
    @Nullable Node[] children = find(layout.names());
    childrenByLayout.put(layout, children);
    lastLayout = layout;
    lastChildren = children;
    return children;
  }

  /// {@return the fields for some names, null where there is none}
  ///
  /// @param names the fields' names
  @Nullable Node[] find(List<String> names) {
    @Nullable Node[] children = new @Nullable Node[names.size()];
    for (int i = 0; i < children.length; i++) {
      children[i] = fields.get(names.get(i));
    }
    return children;
  }

  /// Forgets which fields belong to which layout, because fields were replaced.
  void forgetLayouts() {
    lastLayout = null;
    lastChildren = NO_CHILDREN;
    childrenByLayout.clear();
  }

  /// {@return the path in messages, such as `users.[].tags.[]`}
  String path() {
    Node above = parent;
    String own = key == null ? "[]" : key;
    return above == null ? own : above.path() + "." + own;
  }

  /// {@return the path without the marks of lists, such as `users.tags`}
  String plainPath() {
    Node above = parent;
    if (above == null) {
      return String.valueOf(key);
    }
    return key == null ? above.plainPath() : above.plainPath() + "." + key;
  }

  /// {@return a copy of this node and everything below it, without what belongs to writing}
  ///
  /// @param parent the copy's parent
  Node copy(@Nullable Node parent) {
    var copy = new Node(parent, key);
    copy.kind = kind;
    copy.name = name;
    copy.extra = extra;
    fields.forEach((name, field) -> copy.fields.put(name, field.copy(copy)));
    copy.element = element == null ? null : element.copy(copy);
    return copy;
  }
}
