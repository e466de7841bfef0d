package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When two documents are the same (spec: jobs-and-paging §6.3).
final class FingerprintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":[1,2]}          | { "a" : [ 1 , 2 ] }
          {"a":"x/y"}          | {"a":"x\\/y"}
          {"a":"ž"}            | {"a":"\\u017e"}
          1.0                  | 1.00
          1.0                  | 1e0
          100.5                | 1.005e2
          """)
  void doesNotSeeHowADocumentIsWritten(String one, String other) {
    assertEquals(Fingerprint.of(Trace.json(one)), Fingerprint.of(Trace.json(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1,"b":2}        | {"b":2,"a":1}
          1                    | 1.0
          1                    | "1"
          "1"                  | "1.0"
          null                 | false
          false                | 0
          []                   | {}
          [[1],2]              | [1,[2]]
          [["a"],"b"]          | [["a","b"]]
          ["a","b"]            | ["ab"]
          ["a","b"]            | ["sb","a"]
          {"a":"b"}            | ["a","b"]
          {"a":{"b":1}}        | {"a":{},"b":1}
          0.0                  | -0.0
          [1,2]                | [2,1]
          """)
  void seesEveryDifference(String one, String other) {
    assertNotEquals(Fingerprint.of(Trace.json(one)), Fingerprint.of(Trace.json(other)));
  }

  @Test
  void takesTextsOfAnyLength() {
    String text = "ž".repeat(20_000);
    assertEquals(fingerprintOfText(text + "a"), fingerprintOfText(text + "a"));
    assertNotEquals(fingerprintOfText(text + "a"), fingerprintOfText(text + "b"));
  }

  private static Fingerprint fingerprintOfText(String text) {
    return Fingerprint.of(Trace.json("[1,\"" + text + "\",2]"));
  }
}
