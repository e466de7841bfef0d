package dev.sluice.php;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a converted value fills its field (spec: functions §4.2).
///
/// @param width the least number of bytes
/// @param filler what fills the rest
/// @param isLeft whether the value stands at the left
/// @param isSigned whether positive numbers get a `+`
record SprintfField(int width, byte filler, boolean isLeft, boolean isSigned) {
  /// The field of a directive without flags and width.
  static final SprintfField PLAIN = new SprintfField(0, (byte) ' ', false, false);

  SprintfField wide(int newWidth) {
    return new SprintfField(newWidth, filler, isLeft, isSigned);
  }

  SprintfField filledWith(byte newFiller) {
    return new SprintfField(width, newFiller, isLeft, isSigned);
  }

  SprintfField left() {
    return new SprintfField(width, filler, true, isSigned);
  }

  SprintfField signed() {
    return new SprintfField(width, filler, isLeft, true);
  }

  /// Writes a text.
  void text(byte[] text, ByteArrayOutputStream out) {
    fill(new byte[0], text, out);
  }

  /// Writes an integer; zeros at its right would change it, so spaces stand there.
  void integer(String digits, ByteArrayOutputStream out) {
    (isLeft && filler == '0' ? filledWith((byte) ' ') : this).real(digits, out);
  }

  /// Writes an integer that never gets a sign.
  void unsigned(String digits, ByteArrayOutputStream out) {
    new SprintfField(width, filler, isLeft, false).integer(digits, out);
  }

  /// Writes a number; its sign stays in front of zeros.
  void real(String number, ByteArrayOutputStream out) {
    String signed = isSigned && !number.startsWith("-") ? "+" + number : number;
    boolean hasSign = signed.startsWith("-") || signed.startsWith("+");
    int signs = hasSign && !isLeft && filler == '0' ? 1 : 0;
    fill(bytes(signed.substring(0, signs)), bytes(signed.substring(signs)), out);
  }

  private void fill(byte[] before, byte[] text, ByteArrayOutputStream out) {
    byte[] fillers = new byte[Math.max(0, width - before.length - text.length)];
    Arrays.fill(fillers, filler);
    out.writeBytes(before);
    out.writeBytes(isLeft ? text : fillers);
    out.writeBytes(isLeft ? fillers : text);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
