package dev.sluice.destination.csv;

import java.io.IOException;
import java.nio.file.Path;

/// The single steps of a publication, so that a test can stop between any two of them.
interface Disk {
  /// Makes a folder and those around it, unless they are there.
  void createFolders(Path folder) throws IOException;

  /// Writes a whole file, replacing one of that name.
  void write(Path file, byte[] content) throws IOException;

  /// Waits until a file's content, or a folder's list of names, would survive a loss of power.
  void force(Path path) throws IOException;

  /// Gives a file another place, at once and replacing one of that name.
  void move(Path from, Path to) throws IOException;

  /// Removes a file, if it is there.
  void delete(Path file) throws IOException;

  /// Removes a folder and all that is in it, if it is there.
  void deleteFolder(Path folder) throws IOException;
}
