package dev.sluice.run;

import dev.sluice.json.TextLimits;

/// How a run shares out the memory it has, so that it needs no more for more rows or longer
/// answers.
///
/// @param bodyBytes answers with more bytes than this lie in a temporary file
/// @param limits how much of such an answer may be kept as values
/// @param waitingBytes heap for pages that wait for their turn; one more page may always be fetched
/// @param waitingFileBytes temporary files for pages that wait for their turn; one more may always
///   be made
public record Memory(int bodyBytes, TextLimits limits, long waitingBytes, long waitingFileBytes) {
  private static final long MEBIBYTE = 1 << 20;

  /// {@return the shares for a heap}
  ///
  /// The values of a document take up to 30 times the bytes of its text, mostly 4 to 6 times. A row
  /// is there three times while it is converted.
  ///
  /// @param heapBytes the most that the heap may have
  public static Memory of(long heapBytes) {
    long body = Math.clamp(heapBytes / 96, 256 * 1024, 8 * MEBIBYTE);
    return new Memory(
        (int) body,
        new TextLimits(Math.min(body / 4, 256 * 1024), heapBytes / 16),
        heapBytes / 4,
        512 * MEBIBYTE);
  }
}
