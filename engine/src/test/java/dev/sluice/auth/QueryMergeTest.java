package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.UserError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §2.1-§2.4.
final class QueryMergeTest {
  private static final ConfigPath PATH = ConfigPath.of("parameters.api.authentication.query");

  private static JsonObject json(String text) throws JsonSyntaxError {
    return (JsonObject) new JsonReader().read(text);
  }

  private static Optional<String> query(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  @ParameterizedTest(name = "§2.1 {0} with {1} is sent as {2}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          a=1&token=old&z=2            | {"token":"new","k":"v"} | a=1&token=new&z=2&k=v
          c=3&c=4&b=1                  | {"c":"9"}               | c=9&b=1
          ids%5B0%5D=1&ids%5B1%5D=2    | {"ids[0]":"9"}          | ids%5B0%5D=9&ids%5B1%5D=2
          a=1                          | {}                      | a=1
          a=1                          | {"k":[]}                | a=1
          a=1                          | {"k":{}}                | a=1
          -                            | {"k":"v"}               | k=v
          -                            | {}                      | -
          """)
  void replacesInPlace(String before, String added, String sent) throws JsonSyntaxError {
    assertEquals(query(sent), QueryMerge.replacing(query(before), json(added), PATH));
  }

  @ParameterizedTest(name = "§2.2 {0} with {1} is sent as {2}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          a=1&q=job&z=lit&n=5&b=2 | {"q":"T","z":"lit","n":5} | a=1&b=2&q[0]=job&q[1]=T&z[0]=lit&n[0]=5
          q=1&q=2                 | {"q":"T"}                 | q[0]=1&q[0]=2&q[1]=T
          q%5B0%5D=a&q%5B1%5D=b   | {"q":"T"}                 | q[0]=a&q[1]=b&q=T
          a=1                     | {"q":"T"}                 | a=1&q=T
          q=1                     | {"x":"2","q":"3","y":"4"} | x=2&y=4&q[0]=1&q[1]=3
          q=                      | {"q":false}               | q[0]=
          """)
  void standsBeside(String before, String added, String sent) throws JsonSyntaxError {
    assertEquals(
        Optional.of(sent.replace("[", "%5B").replace("]", "%5D")),
        QueryMerge.beside(query(before), json(added), PATH));
  }

  @ParameterizedTest(name = "§2.3 {0} is written as {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          a=1&b=2&a=3           | a=1&a=3&b=2
          a&a=1                 | a=1
          a=1&a                 | a=1&a
          a                     | a
          a=                    | a=
          q=a+b&l[]=~           | q=a%20b&l%5B%5D=~
          x=%7e%2f              | x=~%2F
          x=%C5%BE%ff           | x=%C5%BE%FF
          x=ž                   | x=%C5%BE
          x=100%                | x=100%25
          a=b=c                 | a=b%3Dc
          a=1&&b=2              | a=1&&b=2
          """)
  void writesTheQueryInOneEncoding(String before, String sent) {
    assertEquals(
        Optional.of(sent), QueryMerge.replacing(Optional.of(before), JsonObject.EMPTY, PATH));
    assertEquals(Optional.of(sent), QueryMerge.beside(Optional.of(before), JsonObject.EMPTY, PATH));
  }

  @ParameterizedTest(name = "§2.4 {0} is sent as {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          " a b "      | k=%20a%20b%20
          5            | k=5
          1.0          | k=1
          1.5          | k=1.5
          true         | k=1
          false        | k=
          null         | k
          ["x","y"]    | k=x&k=y
          [1,null]     | k=1&k
          """)
  void writesValuesByTheirType(String value, String sent) throws JsonSyntaxError {
    assertEquals(
        Optional.of(sent),
        QueryMerge.replacing(Optional.empty(), json("{\"k\":" + value + "}"), PATH));
  }

  @Test
  void refusesAnObject() throws JsonSyntaxError {
    JsonObject added = json("{\"k\":{\"a\":1}}");

    UserError error =
        assertThrows(UserError.class, () -> QueryMerge.replacing(Optional.empty(), added, PATH));
    assertEquals(
        "Cannot put an object into the query (parameters.api.authentication.query.k). The value has to be a text, a number or a list of these.",
        error.getMessage());
  }

  @Test
  void showsTheQueryToReferences() throws JsonSyntaxError {
    assertEquals(
        json("{\"a\":[\"1\",\"3\"],\"ids[0]\":\"x y\",\"flag\":null}"),
        QueryMerge.decoded(Optional.of("a=1&ids%5B0%5D=x+y&a=3&flag")));
  }
}
