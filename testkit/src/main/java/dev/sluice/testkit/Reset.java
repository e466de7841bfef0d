package dev.sluice.testkit;

import java.io.OutputStream;

/// A fault: the connection is reset without a byte.
public record Reset() implements Answer {
  @Override
  public boolean write(OutputStream out) {
    return false;
  }
}
