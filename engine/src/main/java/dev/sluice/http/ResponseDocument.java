package dev.sluice.http;

import dev.sluice.json.JsonValue;
import java.util.Optional;

/// The document of an answer. Closed by whoever uses it last.
///
/// @param value the document; when the answer was long, its long lists are
///   [dev.sluice.json.LongList]s
/// @param source what these lists are read from; empty when there are none
public record ResponseDocument(JsonValue value, Optional<Body> source) implements AutoCloseable {

  /// {@return a document that is in memory}
  ///
  /// @param value the document
  public static ResponseDocument of(JsonValue value) {
    return new ResponseDocument(value, Optional.empty());
  }

  /// {@return how many bytes of temporary files it needs}
  public long fileBytes() {
    return source.map(Body::size).orElse(0L);
  }

  /// Lets go of what its long lists are read from. Never throws; may be called again.
  @Override
  public void close() {
    source.ifPresent(Body::close);
  }
}
