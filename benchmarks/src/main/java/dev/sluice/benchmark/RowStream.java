package dev.sluice.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Any number of rows like those of [Workload], made when they are sent: a page is a copy of the
/// first one with other numbers in its rows. Not thread-safe.
final class RowStream {
  /// Rows on a page.
  static final int PAGE = 1_000;

  private static final String ID = "{\"id\":";
  private static final String NUMBER = "\"number\":\"ORD-";
  private static final int DIGITS = 8;
  private static final int FIRST_ID = 10_000_000;

  private final byte[] page;
  private final List<Integer> ids = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  RowStream() {
    String text = new Workload(PAGE, PAGE).page(0);
    page = text.getBytes(StandardCharsets.UTF_8);
    // Where the rows stand in bytes; the text has characters of two.
    String latin = new String(page, StandardCharsets.ISO_8859_1);
    for (int at = latin.indexOf(NUMBER); at >= 0; at = latin.indexOf(NUMBER, at + 1)) {
      numbers.add(at + NUMBER.length());
      ids.add(latin.lastIndexOf(ID, at) + ID.length());
    }
  }

  /// {@return the bytes of a page}
  int pageBytes() {
    return page.length;
  }

  /// {@return a page as a JSON list; valid until the next call}
  ///
  /// @param number of the page, from 0
  byte[] page(int number) {
    for (int row = 0; row < PAGE; row++) {
      int absolute = number * PAGE + row;
      put(ids.get(row), FIRST_ID + absolute);
      put(numbers.get(row), absolute);
    }
    return page;
  }

  private void put(int at, int number) {
    int left = number;
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      page[at + digit] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
