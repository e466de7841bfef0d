package dev.sluice.destination.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPathsTest {
  // Spec: README G-06, run-and-http §1.1.
  @ParameterizedTest
  @CsvSource({
    "mine, /env, mine",
    "mine/, , mine",
    ", /env//, /env",
    ", , /data",
    "'', /env, /env",
    ", '', /data",
    ", /, /data",
  })
  void takesTheArgumentThenTheVariableThenTheUsualFolder(
      String argument, String variable, String folder) {
    assertEquals(
        folder,
        DataPaths.locate(Optional.ofNullable(argument), Optional.ofNullable(variable))
            .root()
            .toString());
  }
}
