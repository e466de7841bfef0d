package dev.sluice.benchmark;

import java.util.Locale;

/// What is extracted: rows of some 310 bytes with a handful of scalars, one nested object, and in
/// every third row a short list, in pages of equal size. The same in every run.
///
/// @param rows how many rows, a multiple of `pageSize`
/// @param pageSize rows on a page
record Workload(int rows, int pageSize) {
  private static final String[] STATUSES = {"new", "paid", "shipped", "delivered", "cancelled"};
  private static final String[] CITIES = {
    "Praha", "Brno", "Ostrava", "Plzeň", "Olomouc", "Liberec"
  };
  private static final String[] NOTES = {
    "Leave at the reception on the ground floor",
    "Call \\\"after six\\\", second door, please ring twice",
    "Deliver together with the order from last Tuesday",
    "Fragile: cups and a glass pot, this side up"
  };

  /// {@return how many pages have rows; one more request finds an empty one}
  int pages() {
    return rows / pageSize;
  }

  /// {@return where a page is to be had}
  ///
  /// @param page from 0; the last one plus one is the empty page
  String target(int page) {
    return "/orders?limit=" + pageSize + "&offset=" + (long) page * pageSize;
  }

  /// {@return a page as JSON}
  ///
  /// @param page from 0; beyond the last one an empty list
  String page(int page) {
    var json = new StringBuilder(pageSize * 320).append('[');
    int end = Math.min(rows, (page + 1) * pageSize);
    for (int row = page * pageSize; row < end; row++) {
      json.append(row % pageSize == 0 ? "" : ",");
      write(json, row);
    }
    return json.append(']').toString();
  }

  private static void write(StringBuilder json, int row) {
    long mixed = ((row + 1) * 0x9E3779B97F4A7C15L) >>> 16;
    json.append(
        String.format(
            Locale.ROOT,
            "{\"id\":%d,\"number\":\"ORD-%08d\",\"status\":\"%s\",\"created_at\":\"2025-%02d-%02dT%02d:%02d:11Z\","
                + "\"total\":%d.%02d,\"paid\":%b,\"note\":\"%s\",",
            10_000_000L + row,
            row,
            STATUSES[row % STATUSES.length],
            1 + mixed % 12,
            1 + mixed % 28,
            mixed % 24,
            mixed % 60,
            mixed % 9_000,
            mixed % 100,
            mixed % 3 != 0,
            NOTES[row % NOTES.length]));
    json.append(
        String.format(
            Locale.ROOT,
            "\"customer\":{\"id\":%d,\"name\":\"Customer %d\",\"email\":\"customer%d@shop.example\",\"city\":\"%s\",\"country\":\"CZ\"}",
            mixed % 50_000,
            mixed % 50_000,
            mixed % 50_000,
            CITIES[row % CITIES.length]));
    if (row % 3 == 0) {
      json.append(",\"tags\":[\"gift\",\"express\",\"batch-").append(mixed % 40).append("\"]");
    }
    json.append('}');
  }
}
