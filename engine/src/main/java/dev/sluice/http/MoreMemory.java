package dev.sluice.http;

/// What to advise when something does not fit into memory.
public final class MoreMemory {
  private static final long MEBIBYTE = 1 << 20;

  private MoreMemory() {}

  /// {@return e.g. `give Java more memory: SLUICE_JAVA_OPTIONS=-Xmx800m`}
  ///
  /// @param bytes what does not fit
  /// @param most what fits into this heap, of which it is a fixed part
  public static String advice(long bytes, long most) {
    double times = (double) bytes / Math.max(1, most);
    long needed = (long) (times * Runtime.getRuntime().maxMemory() / MEBIBYTE);
    // Hundreds are easier to type and to remember.
    return "give Java more memory: SLUICE_JAVA_OPTIONS=-Xmx" + (needed / 100 + 1) * 100 + "m";
  }
}
