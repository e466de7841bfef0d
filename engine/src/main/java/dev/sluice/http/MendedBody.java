package dev.sluice.http;

import dev.sluice.json.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The text of a body, mended, to be read again and again. Safe to share between threads after the
/// first reading.
///
/// @param body stays open
/// @param shifts whether the first reading dropped bytes, so that places of the mended text are not
///   those of the body
record MendedBody(Body body, Shifts shifts) implements JsonSource {

  /// What the readings tell each other.
  static final class Shifts {
    private volatile boolean happened;

    void happen() {
      happened = true;
    }
  }

  /// {@return the text of a body}
  ///
  /// @param body stays open
  static MendedBody of(Body body) {
    return new MendedBody(body, new Shifts());
  }

  @Override
  public InputStream from(long offset) {
    if (!shifts.happened) {
      return JsonText.mended(body.open(offset), shifts::happen);
    }
    InputStream text = JsonText.mended(body.open(), shifts::happen);
    try {
      text.skipNBytes(offset);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
