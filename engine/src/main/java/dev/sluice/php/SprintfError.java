package dev.sluice.php;

import java.util.Objects;

/// A format that `sprintf` can't carry out, or arguments that do not fit it.
public final class SprintfError extends Exception {
  private static final long serialVersionUID = 1L;

  SprintfError(String message) {
    super(message);
  }

  /// {@return what is wrong}
  public String reason() {
    return Objects.requireNonNull(getMessage());
  }
}
