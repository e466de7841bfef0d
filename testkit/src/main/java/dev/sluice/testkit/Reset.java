package dev.sluice.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A fault: the connection is reset.
///
/// @param start what is sent before, in ISO 8859-1; may be empty
public record Reset(String start) implements Answer {

  /// Resets without a byte.
  public Reset() {
    this("");
  }

  @Override
  public boolean write(OutputStream out) throws IOException {
    out.write(start.getBytes(StandardCharsets.ISO_8859_1));
    return false;
  }
}
