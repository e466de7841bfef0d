package dev.sluice.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Mends the bytes of JSON text that break its encoding (spec: run-and-http §4.13): bytes that are
/// not UTF-8 are dropped, escapes of lone surrogates replaced by that of U+FFFD.
///
/// Sound text is by far the most common and passes uncopied.
public final class JsonText {
  private static final byte[] REPLACEMENT = {'\\', 'u', 'f', 'f', 'f', 'd'};
  private static final int ESCAPE = 6;

  /// Two escapes, the longest unit that has to be seen as a whole.
  private static final int LONGEST_UNIT = 2 * ESCAPE;

  private JsonText() {}

  /// {@return the mended text: the same array if there is nothing to mend}
  ///
  /// @param text UTF-8, more or less; not changed
  public static byte[] mended(byte[] text) {
    int sound = soundUntil(text, 0, text.length);
    if (sound == text.length) {
      return text;
    }
    byte[] mended = text.clone();
    int length = sound;
    for (int at = sound; at < mended.length; ) {
      int kept = mendOne(mended, at, mended.length);
      int next = soundUntil(mended, at + Math.max(1, kept), mended.length);
      int from = kept == 0 ? at + 1 : at;
      System.arraycopy(mended, from, mended, length, next - from);
      length += next - from;
      at = next;
    }
    return Arrays.copyOf(mended, length);
  }

  /// {@return a stream of the mended text}
  ///
  /// @param text UTF-8, more or less; closed with the result
  /// @param dropped told of each byte that is left out, before what follows it is handed out
  static InputStream mended(InputStream text, Runnable dropped) {
    return new MendedStream(text, dropped);
  }

  /// {@return where the first unit starts that is broken, or that the end cuts off; `end` if there
  /// is none}
  private static int soundUntil(byte[] text, int from, int end) {
    int i = from;
    while (true) {
      while (i < end && text[i] >= 0 && text[i] != '\\') {
        i++;
      }
      if (i >= end) {
        return end;
      }
      int length = unit(text, i, end);
      if (length <= 0) {
        return i;
      }
      i += length;
    }
  }

  /// {@return the length of the sound character or escape at a place; 0 if it is broken or cut off}
  private static int unit(byte[] text, int at, int end) {
    byte first = text[at];
    if (first == '\\') {
      return escape(text, at, end);
    }
    return first >= 0 ? 1 : character(text, at, end);
  }

  private static int escape(byte[] text, int at, int end) {
    if (at + 1 >= end) {
      return 0;
    }
    if (text[at + 1] != 'u') {
      return 2;
    }
    if (at + ESCAPE > end) {
      return 0;
    }
    if (!isEscape(text, at, end, 0x8, 0xf)) {
      return 2;
    }
    boolean isPair =
        isEscape(text, at, end, 0x8, 0xb) && isEscape(text, at + ESCAPE, end, 0xc, 0xf);
    return isPair ? LONGEST_UNIT : 0;
  }

  /// {@return whether the escape of a surrogate stands there whose third digit is in a range}
  private static boolean isEscape(byte[] text, int at, int end, int lowest, int highest) {
    if (at + ESCAPE > end || text[at] != '\\' || text[at + 1] != 'u') {
      return false;
    }
    int third = Character.digit(text[at + 3], 16);
    return (text[at + 2] | 0x20) == 'd' && third >= lowest && third <= highest;
  }

  /// The well-formed sequences of RFC 3629 §4.
  private static int character(byte[] text, int at, int end) {
    int lead = text[at] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return follows(text, at + 1, end, 0x80, 0xbf) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      int lowest = lead == 0xe0 ? 0xa0 : 0x80;
      int highest = lead == 0xed ? 0x9f : 0xbf;
      return follows(text, at + 1, end, lowest, highest) && follows(text, at + 2, end, 0x80, 0xbf)
          ? 3
          : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int lowest = lead == 0xf0 ? 0x90 : 0x80;
      int highest = lead == 0xf4 ? 0x8f : 0xbf;
      return follows(text, at + 1, end, lowest, highest)
              && follows(text, at + 2, end, 0x80, 0xbf)
              && follows(text, at + 3, end, 0x80, 0xbf)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean follows(byte[] text, int at, int end, int lowest, int highest) {
    return at < end && (text[at] & 0xff) >= lowest && (text[at] & 0xff) <= highest;
  }

  /// Mends a broken unit in its place.
  ///
  /// @return the length of what stands there then; 0 means that the one byte there is to be dropped
  private static int mendOne(byte[] text, int at, int end) {
    if (text[at] != '\\') {
      return 0;
    }
    if (isEscape(text, at, end, 0x8, 0xf)) {
      System.arraycopy(REPLACEMENT, 0, text, at, ESCAPE);
      return ESCAPE;
    }
    // An escape that the end of the text cuts off is the parser's to complain about.
    return 1;
  }

  /// Mends a part of the text at a time.
  private static final class MendedStream extends InputStream {
    private final InputStream text;
    private final byte[] part = new byte[64 * 1024];
    private int next;
    private int sound;
    private int filled;
    private final Runnable dropped;
    private boolean over;

    MendedStream(InputStream text, Runnable dropped) {
      this.text = text;
      this.dropped = dropped;
    }

    @Override
    public int read() throws IOException {
      return prepare() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!prepare()) {
        return -1;
      }
      int count = Math.min(length, sound - next);
      System.arraycopy(part, next, target, offset, count);
      next += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }

    /// {@return whether there is a byte to hand out}
    private boolean prepare() throws IOException {
      while (next == sound) {
        boolean seesWholeUnit = over || filled - sound >= LONGEST_UNIT;
        if (sound < filled && seesWholeUnit) {
          int kept = mendOne(part, sound, filled);
          if (kept == 0) {
            dropped.run();
          }
          next = kept == 0 ? sound + 1 : sound;
          sound = soundUntil(part, sound + Math.max(1, kept), filled);
        } else if (over) {
          return false;
        } else {
          fill();
        }
      }
      return true;
    }

    private void fill() throws IOException {
      int rest = filled - sound;
      System.arraycopy(part, sound, part, 0, rest);
      int read = text.readNBytes(part, rest, part.length - rest);
      over = rest + read < part.length;
      filled = rest + read;
      next = 0;
      sound = soundUntil(part, 0, filled);
    }
  }
}
