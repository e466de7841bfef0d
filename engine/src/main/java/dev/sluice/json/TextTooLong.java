package dev.sluice.json;

/// Says that a part of a long document has to be in memory as a whole, and is longer than allowed.
public final class TextTooLong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long bytes;
  private final long most;

  /// Describes a part.
  ///
  /// @param bytes how long it is at least
  /// @param limits what is allowed
  TextTooLong(long bytes, TextLimits limits) {
    super(bytes + " bytes of text, of which " + limits.wholeBytes() + " are allowed");
    this.bytes = bytes;
    this.most = limits.wholeBytes();
  }

  /// {@return how many bytes the part has; what is read piece by piece may have more}
  public long bytes() {
    return bytes;
  }

  /// {@return how many bytes it may have}
  public long most() {
    return most;
  }
}
