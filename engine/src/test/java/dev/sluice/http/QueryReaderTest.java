package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Queries taken apart (spec: jobs-and-paging §7.4).
final class QueryReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ?page=2&sort=desc   | {"page":"2","sort":"desc"}
          ???page=2           | {"page":"2"}
          page=2              | {"page":"2"}
          a+b=c%20d+e         | {"a b":"c d e"}
          a=b=c               | {"a":"b=c"}
          a=                  | {"a":""}
          a                   | {"a":null}
          a&a=1               | {"a":"1"}
          a=1&a               | {"a":["1",null]}
          a=1&a=2&a=3         | {"a":["1","2","3"]}
          a=1&&b=2            | {"a":"1","b":"2"}
          a=%C5%BE&b=%zz      | {"a":"ž","b":"%zz"}
          ``                  | {}
          ?                   | {}
          """)
  void readsNamesAndValues(String query, String expected) {
    assertEquals(expected, QueryReader.parse(query).toString());
  }
}
