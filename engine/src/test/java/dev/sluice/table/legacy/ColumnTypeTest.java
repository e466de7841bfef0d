package dev.sluice.table.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {
  // Spec: tables §3.2, the merging of s into T. Arriving are, from left to right: NULL, scalar,
  // object, arrayOfNULL, arrayOfscalar, arrayOfobject.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          NULL,          NULL scalar object arrayOfNULL arrayOfscalar arrayOfobject
          scalar,        scalar scalar error arrayOfscalar arrayOfscalar error
          object,        object error object arrayOfobject error arrayOfobject
          arrayOfNULL,   arrayOfNULL arrayOfscalar arrayOfobject arrayOfNULL arrayOfscalar arrayOfobject
          arrayOfscalar, arrayOfscalar arrayOfscalar error arrayOfscalar arrayOfscalar error
          arrayOfobject, arrayOfobject error arrayOfobject arrayOfobject error arrayOfobject
          """)
  void mergesKnownAndArrivingTypes(String known, String merged) {
    ColumnType type = ColumnType.find(known).orElseThrow();
    List<String> results = new ArrayList<>();
    for (ColumnType arriving : ColumnType.values()) {
      results.add(type.with(arriving).map(ColumnType::word).orElse("error"));
    }
    assertEquals(merged, String.join(" ", results));
  }
}
