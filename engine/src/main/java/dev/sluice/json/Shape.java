package dev.sluice.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The property names of an object, in order.
///
/// Objects read by the same reader share the shape when they have the same names in the same order,
/// so that work which depends on the names only can be done once per shape. Shapes are compared by
/// identity; two equal lists of names may have different shapes. Safe to share between threads.
public final class Shape {
  /// Above these bounds objects get a shape of their own: objects used as maps would otherwise fill
  /// the memory.
  private static final int MAX_SHARED_NAMES = 256;

  private static final int MAX_SHARED_SHAPES = 20_000;

  /// The prime of FNV-1a for 64 bits.
  private static final long HASH_FACTOR = 0x100000001b3L;

  private final String[] names;
  private final AtomicInteger made;
  private final ConcurrentHashMap<String, Shape> longer = new ConcurrentHashMap<>(2);
  private volatile @Nullable Shape last;
  private volatile @Nullable Map<String, Integer> index;
  private volatile long hash;

  private Shape(String[] names, AtomicInteger made) {
    this.names = names;
    this.made = made;
  }

  /// {@return the shape without names, root of a new family of shared shapes}
  static Shape root() {
    return new Shape(new String[0], new AtomicInteger());
  }

  static Shape alone(List<String> names) {
    return new Shape(names.toArray(String[]::new), new AtomicInteger(MAX_SHARED_SHAPES));
  }

  /// {@return the number of names}
  public int size() {
    return names.length;
  }

  /// {@return a name}
  ///
  /// @param position from 0 to less than [#size()]
  public String name(int position) {
    return names[position];
  }

  /// {@return the names in order; unmodifiable}
  public List<String> names() {
    return List.of(names);
  }

  /// {@return a number that depends on the names and their order only} Different shapes may have
  /// the same one, which is as unlikely as 64 bits make it.
  public long hash() {
    long known = hash;
    if (known == 0) {
      for (String name : names) {
        for (int i = 0; i < name.length(); i++) {
          known = (known + name.charAt(i)) * HASH_FACTOR;
        }
        // Behind each name stands what is no character.
        known = (known + Character.MAX_VALUE + 1) * HASH_FACTOR;
      }
      hash = known;
    }
    return known;
  }

  /// {@return the position of a name, or -1 when there is none}
  ///
  /// @param name compared case-sensitively
  public int position(String name) {
    if (names.length <= 8) {
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }
    Map<String, Integer> known = index;
    if (known == null) {
      known = HashMap.newHashMap(names.length);
      for (int i = 0; i < names.length; i++) {
        known.put(names[i], i);
      }
      index = known;
    }
    return known.getOrDefault(name, -1);
  }

  /// {@return the shape with one more name; this one when it has that name already; null when the
  /// bounds for sharing are reached}
  @Nullable Shape plus(String name) {
    Shape next = last;
    if (next != null && next.names[names.length].equals(name)) {
      return next;
    }
    next = longer.get(name);
    if (next == null) {
      if (position(name) >= 0) {
        return this;
      }
      if (names.length >= MAX_SHARED_NAMES || made.get() >= MAX_SHARED_SHAPES) {
        return null;
      }
      next = longer.computeIfAbsent(name, this::extended);
    }
    last = next;
    return next;
  }

  private Shape extended(String name) {
    made.incrementAndGet();
    String[] more = Arrays.copyOf(names, names.length + 1);
    more[names.length] = name;
    return new Shape(more, made);
  }
}
