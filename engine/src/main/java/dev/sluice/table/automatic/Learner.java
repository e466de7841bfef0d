package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.Shape;
import dev.sluice.table.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Grows the structure row by row (spec: tables §2.3, §2.4).
///
/// Written for speed: a row whose values are as known costs one comparison per value. What is new
/// leaves the fast path.
final class Learner {
  private final Structure structure;
  private final Layouts layouts;
  private final boolean lossless;
  private final Notices notices;

  private String origin = "";
  private long row;

  /// Prepares to learn.
  ///
  /// @param structure grows
  /// @param layouts numbers the names of objects
  /// @param lossless whether a null does not reset what is known of a list's elements (spec: README
  ///   G-04)
  /// @param notices gets warnings
  Learner(Structure structure, Layouts layouts, boolean lossless, Notices notices) {
    this.structure = structure;
    this.layouts = layouts;
    this.lossless = lossless;
    this.notices = notices;
  }

  /// Starts a page.
  ///
  /// @param page names the data type and, in messages, the request
  /// @return the node of the page's rows
  Node start(Page page) {
    origin = page.origin();
    row = 0;
    Node root = structure.root(page.dataType());
    if (root.element == null) {
      structure.naming().nodeAdded();
    }
    return root.elementOrNew();
  }

  /// Learns a row.
  ///
  /// @param value the row
  /// @param element what [#start(Page)] returned
  /// @throws dev.sluice.problem.UserError if its kinds do not go with those already known
  void row(JsonValue value, Node element) {
    row++;
    learn(value, element);
  }

  /// Ends the page: names what is new.
  ///
  /// @param element what [#start(Page)] returned
  void end(Node element) {
    Node root = element.parent;
    if (root != null) {
      root.become(Kind.ARRAY);
    }
    structure.nameAll();
  }

  private void learn(JsonValue value, Node node) {
    if (value instanceof JsonObject object) {
      object(object, node);
    } else if (value instanceof JsonArray array) {
      list(array, node);
    } else if (value == JsonNull.NULL) {
      if (node.kind == null || node.kind == Kind.ARRAY) {
        setKind(node, Kind.NULL);
      }
    } else if (node.kind != Kind.SCALAR) {
      setKind(node, Kind.SCALAR);
    }
  }

  private void object(JsonObject object, Node node) {
    @Nullable Node[] children = children(object.shape(), node);
    for (int i = 0; i < children.length; i++) {
      Node child = children[i];
      if (child != null) {
        learn(object.value(i), child);
      }
    }
    if (node.kind != Kind.OBJECT) {
      setKind(node, Kind.OBJECT);
    }
  }

  private @Nullable Node[] children(Shape shape, Node node) {
    Layout layout = layouts.of(shape);
    @Nullable Node[] known = layout == null ? null : node.known(layout);
    if (known != null) {
      return known;
    }
    addMissing(shape, node);
    // A list's own fields move to its element at once: nothing to keep.
    return layout == null || node.kind == Kind.ARRAY
        ? node.find(shape.names())
        : node.lookUp(layout);
  }

  private void addMissing(Shape shape, Node node) {
    int before = node.fields.size();
    for (int i = 0; i < shape.size(); i++) {
      node.fieldOrNew(shape.name(i));
    }
    if (node.fields.size() > before) {
      structure.naming().nodeAdded();
    }
  }

  private void list(JsonArray array, Node node) {
    if (node.isElement()) {
      notices.nestedArray(node, array);
      if (node.kind != Kind.SCALAR) {
        setKind(node, Kind.SCALAR);
      }
      return;
    }
    if (node.element == null) {
      structure.naming().nodeAdded();
    }
    Node element = node.elementOrNew();
    if (array.items().isEmpty()) {
      setKind(element, Kind.NULL);
    }
    for (int i = 0; i < array.items().size(); i++) {
      learn(array.items().get(i), element);
    }
    if (node.kind != Kind.ARRAY) {
      setKind(node, Kind.ARRAY);
    }
  }

  private void setKind(Node node, Kind arriving) {
    Kind known = node.kind;
    if (known == null || known == arriving) {
      node.become(arriving);
    } else if (known == Kind.ARRAY || arriving == Kind.ARRAY) {
      becomeArray(node, known == Kind.ARRAY ? arriving : known);
    } else if (known == Kind.NULL) {
      node.become(arriving);
    } else if (arriving != Kind.NULL) {
      throw TypeConflict.unhandled(node, known, arriving, place());
    }
  }

  /// Makes single values and lists at one place a list of both.
  private void becomeArray(Node node, Kind other) {
    Node element = node.elementOrNew();
    Kind inside = element.kind;
    if (inside != other && inside != Kind.NULL && other != Kind.NULL && inside != null) {
      throw TypeConflict.incompatible(node, inside, other, place());
    }
    node.become(Kind.ARRAY);
    moveFields(node, element);
    // The original forgets here what the elements are, when the single value is null (spec: tables
    // §2.5).
    if (other != Kind.NULL || inside == null || !lossless) {
      element.become(other);
    }
    if (node.name != null) {
      element.call(Naming.DATA);
    }
  }

  private void moveFields(Node node, Node element) {
    if (node.fields.isEmpty()) {
      return;
    }
    Naming naming = structure.naming();
    for (Node field : new ArrayList<>(node.fields.values())) {
      String key = String.valueOf(field.key);
      Node replaced = element.fields.get(key);
      if (replaced != null) {
        naming.release(replaced);
        if (lossless) {
          unite(field, replaced);
        }
      }
      field.parent = element;
      element.fields.put(key, field);
      naming.hold(field);
    }
    node.fields.clear();
    node.places.fieldsRemoved();
    node.forgetLayouts();
    element.forgetLayouts();
  }

  /// Adds to a field what is known of the one it replaces: the original forgets it, and loses its
  /// values (spec: tables §2.4, "Moved properties").
  private void unite(Node field, Node replaced) {
    Node element = field.element;
    Node other = replaced.is(Kind.ARRAY) ? replaced.element : replaced;
    if (other == null || other.kind == null) {
      return;
    }
    if (field.is(Kind.OBJECT) && other.is(Kind.OBJECT)) {
      uniteFields(field, other);
    } else if (field.is(Kind.ARRAY) && element != null) {
      uniteElement(field, element, other, other.kind);
    }
  }

  private void uniteElement(Node list, Node element, Node other, Kind kind) {
    if (element.kind == null || element.is(Kind.NULL)) {
      element.become(kind);
    } else if (kind != Kind.NULL && !element.is(kind)) {
      throw TypeConflict.incompatible(list, element.kind, kind, place());
    }
    uniteFields(element, other);
  }

  private void uniteFields(Node node, Node other) {
    for (Node field : List.copyOf(other.fields.values())) {
      Node known = node.fields.get(field.key);
      if (known != null) {
        unite(known, field);
      } else {
        field.parent = node;
        node.fields.put(String.valueOf(field.key), field);
      }
    }
    node.forgetLayouts();
  }

  private TypeConflict.Place place() {
    return new TypeConflict.Place(origin, row);
  }
}
