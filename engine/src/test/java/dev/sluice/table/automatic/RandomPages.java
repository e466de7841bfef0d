package dev.sluice.table.automatic;

import dev.sluice.table.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes pages of rows that meet all the corners of the conversion: few keys, so that kinds and
/// names clash, nulls and empty values, lists of everything.
final class RandomPages {
  private static final List<String> KEYS =
      List.of("a", "b", "a_b", "a.b", "data", "t", "é", "0", "JSON_parentId", "parent_id", "x_u0");
  private static final List<String> SCALARS =
      List.of(
          "1",
          "-0",
          "2.50",
          "1e3",
          "true",
          "false",
          "\"\"",
          "\"x\"",
          "\"0\"",
          "\"é \\\"q\\\"\"",
          "12345678901234567890",
          "0");

  private final SplittableRandom random;

  /// How likely a value is of the kind that its path usually has, of 100.
  private final int steadiness;

  RandomPages(long seed) {
    random = new SplittableRandom(seed);
    steadiness = random.nextInt(70, 101);
  }

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    int count = random.nextInt(1, 5);
    String extra = extra();
    for (int i = 0; i < count; i++) {
      String type = random.nextInt(4) == 0 ? "users/{id}" : "orders";
      String own = random.nextInt(12) == 0 ? extra() : extra;
      pages.add(Conversion.page(type, rows(), own));
    }
    return pages;
  }

  private String extra() {
    return switch (random.nextInt(6)) {
      case 0 -> "{\"a\":\"extra\",\"ver\":2.5}";
      case 1 -> "{\"ver\":1,\"parent_id\":7,\"data\":null}";
      case 2 -> "{\"a.b\":true,\"a\":1,\"b\":2}";
      default -> "{}";
    };
  }

  private String rows() {
    return switch (random.nextInt(12)) {
      case 0 -> "[]";
      case 1 -> "[null]";
      case 2 -> "[\"s\",1,[2,[]],null]";
      default -> {
        List<String> rows = new ArrayList<>();
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
          rows.add(random.nextInt(15) == 0 ? "null" : object(0, 3));
        }
        yield "[" + String.join(",", rows) + "]";
      }
    };
  }

  private String object(int path, int depth) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      if (random.nextInt(4) == 0) {
        members.add("\"" + KEYS.get(i) + "\":" + value(path * 31 + i + 1, depth));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String value(int path, int depth) {
    int usual = Math.floorMod((path * 0x9E3779B9) >>> 8, 6);
    int kind = random.nextInt(100) < steadiness ? usual : random.nextInt(8);
    return switch (depth == 0 ? 0 : kind) {
      case 0, 1 -> scalar();
      case 2 -> object(path, depth - 1);
      case 3 -> list(path, depth - 1, true);
      case 4 -> list(path, depth - 1, false);
      case 5 -> random.nextBoolean() ? scalar() : "null";
      case 6 -> random.nextBoolean() ? "[]" : "{}";
      default -> "null";
    };
  }

  private String list(int path, int depth, boolean objects) {
    List<String> items = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean odd = random.nextInt(12) == 0;
      items.add(odd ? "null" : objects ? object(path, depth) : element());
    }
    return "[" + String.join(",", items) + "]";
  }

  private String element() {
    return random.nextInt(5) == 0 ? "[1,[" + scalar() + "]]" : scalar();
  }

  private String scalar() {
    return SCALARS.get(random.nextInt(SCALARS.size()));
  }
}
