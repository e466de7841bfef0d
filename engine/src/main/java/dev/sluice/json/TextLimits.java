package dev.sluice.json;

/// How much text of a long document may be kept as values.
///
/// @param listBytes a list with more text than this is not kept, but read again whenever it is
///   looked at; not negative
/// @param wholeBytes what has to be in memory as a whole may have so many bytes: an element of such
///   a list, all that stands outside of such lists; not negative
public record TextLimits(long listBytes, long wholeBytes) {
  /// Everything is kept.
  public static final TextLimits NONE = new TextLimits(Long.MAX_VALUE, Long.MAX_VALUE);
}
