package dev.sluice.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The start of an answer as errors quote it (spec: run-and-http §4.13, README G-09).
final class BodyExcerpt {
  private static final int MOST_BYTES = 120;
  private static final String CUT = " (truncated...)";

  private BodyExcerpt() {}

  /// {@return the first 120 bytes, with a mark when there are more; nothing when the body is empty
  /// or these bytes are not all printable text}
  ///
  /// @param body stays open
  static Optional<String> of(Body body) {
    if (body.size() == 0) {
      return Optional.empty();
    }
    boolean cut = body.size() > MOST_BYTES;
    return text(body.start(MOST_BYTES), cut).map(text -> cut ? text + CUT : text);
  }

  /// A character that the cut divides is left out; any other fault means that it is no text.
  private static Optional<String> text(byte[] bytes, boolean cut) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (decoder.decode(ByteBuffer.wrap(bytes), text, !cut).isError()) {
      return Optional.empty();
    }
    String decoded = text.flip().toString();
    return decoded.codePoints().allMatch(BodyExcerpt::isPrintable)
        ? Optional.of(decoded)
        : Optional.empty();
  }

  private static boolean isPrintable(int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
