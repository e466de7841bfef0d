package dev.sluice.php;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Tables of the spec, kept as JSON: a list of rows, each a list of values.
public final class Vectors {
  private Vectors() {}

  /// {@return the rows of a table}
  ///
  /// @param name of the file under `vectors`, e.g. `functions/hash`
  public static Stream<Arguments> of(String name) {
    String path = "/vectors/" + name + ".json";
    try (InputStream file = Objects.requireNonNull(Vectors.class.getResourceAsStream(path), path)) {
      JsonValue rows = new JsonReader().read(file.readAllBytes());
      return ((JsonArray) rows)
          .items().stream().map(row -> Arguments.of(((JsonArray) row).items().toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException(path + ": " + e.reason(), e);
    }
  }
}
