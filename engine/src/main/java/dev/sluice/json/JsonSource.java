package dev.sluice.json;

import java.io.InputStream;

/// The text of a document, to be read as often as it is needed. Safe to share between threads.
@FunctionalInterface
public interface JsonSource {

  /// {@return the text from a place to its end, UTF-8; to be closed by the caller}
  ///
  /// @param offset how many bytes of the text to leave out
  InputStream from(long offset);
}
