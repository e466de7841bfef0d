package dev.sluice.studio.check;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.studio.document.Pointer;
import java.util.Optional;

/// Something about a configuration.
///
/// @param pointer where
/// @param severity how bad it is
/// @param code which rule, for programs
/// @param message one sentence that names the field; no value that may be a secret
/// @param fix what would mend it
public record Finding(
    Pointer pointer, Severity severity, String code, String message, Optional<Fix> fix) {

  /// How bad it is.
  public enum Severity {
    /// It can't be run like this.
    ERROR,
    /// It can, but it probably should not.
    WARNING,
    /// Worth knowing.
    INFO
  }

  /// A change that mends it.
  ///
  /// @param label what the button says
  /// @param edits as `/api/edit` takes them
  public record Fix(String label, JsonArray edits) {}

  /// {@return a finding without a fix}
  ///
  /// @param pointer where
  /// @param severity how bad it is
  /// @param code which rule
  /// @param message one sentence
  static Finding of(Pointer pointer, Severity severity, String code, String message) {
    return new Finding(pointer, severity, code, message, Optional.empty());
  }

  /// {@return this finding with a fix}
  ///
  /// @param label what the button says
  /// @param edits as `/api/edit` takes them
  Finding mendedBy(String label, JsonObject... edits) {
    return new Finding(
        pointer, severity, code, message, Optional.of(new Fix(label, JsonArray.of(edits))));
  }
}
