package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that holds a secret: only the user may read it.
///
/// @param path where
record PrivateFile(Path path) {

  /// {@return whether it is there}
  boolean exists() {
    return Files.exists(path);
  }

  /// Writes the file, its folder too when it is missing. At no moment others can read it, and one
  /// that is there is replaced as a whole.
  ///
  /// @param text what to write
  /// @throws UserError if it can't be written
  void write(String text) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".config", ".json", permissions());
      Files.writeString(draft, text);
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          Problem.of("'" + e.getFile() + "' is no folder.", "Name another one."), e);
    } catch (IOException e) {
      throw new UserError(
          Problem.of(
              "Cannot write '" + path + "': " + e.getMessage(),
              "Name a folder that can be written."),
          e);
    }
  }

  private FileAttribute<?>[] permissions() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
