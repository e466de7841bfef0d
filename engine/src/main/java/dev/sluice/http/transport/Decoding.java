package dev.sluice.http.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Undoes the content codings of an answer, whether or not they were asked for (spec: run-and-http
/// §4.9).
final class Decoding {
  private static final int BUFFER = 32 * 1024;

  private Decoding() {}

  /// {@return the codings that have to be undone, in the order of their application}
  ///
  /// @param contentEncoding the values of the header `Content-Encoding`
  static List<String> codings(Stream<String> contentEncoding) {
    return contentEncoding
        .flatMap(value -> Stream.of(value.split(",")))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !List.of("", "identity", "none").contains(coding))
        .toList();
  }

  /// {@return the decoded bytes}
  ///
  /// @param codings see [#codings]
  /// @param in the encoded bytes
  /// @throws ZipException if a coding is not known, or the bytes are not encoded so
  static InputStream of(List<String> codings, InputStream in) throws IOException {
    InputStream decoded = in;
    for (String coding : codings.reversed()) {
      decoded = undone(coding, decoded);
    }
    return decoded;
  }

  private static InputStream undone(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> unzipped(buffered(in));
      case "deflate" -> inflated(buffered(in));
      default -> throw new ZipException("unrecognized content encoding " + coding);
    };
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }

  /// Servers send both: the format with a header (RFC 1950), as they should, and the bare one.
  private static InputStream inflated(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    boolean hasHeader = (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;
    return first < 0 ? in : new InflaterInputStream(in, new Inflater(!hasHeader), BUFFER);
  }

  /// No bytes at all are taken for an empty body, which some servers announce as compressed.
  private static InputStream unzipped(InputStream in) throws IOException {
    in.mark(1);
    boolean isOver = in.read() < 0;
    in.reset();
    return isOver ? in : new GZIPInputStream(in, BUFFER);
  }
}
