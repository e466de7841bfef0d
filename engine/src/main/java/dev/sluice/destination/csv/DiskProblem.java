package dev.sluice.destination.csv;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What to tell the user when the data folder can't be written: no space and no permission are
/// theirs to mend (spec: README G-01).
final class DiskProblem {
  private DiskProblem() {}

  static UserError writing(Path path, IOException cause) {
    String text = "Cannot write '" + path + "': " + reason(cause) + ".";
    return new UserError(Problem.of(text, remedy(cause)), cause);
  }

  static UserError publishing(IOException cause) {
    String text = "Cannot finish publishing the tables: " + place(cause) + reason(cause) + ".";
    return new UserError(
        Problem.of(text, remedy(cause) + " The next run in this data folder finishes it."), cause);
  }

  private static String place(IOException cause) {
    return cause instanceof FileSystemException problem && problem.getFile() != null
        ? "'" + problem.getFile() + "': "
        : "";
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "something else has that name";
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileSystemException problem when problem.getReason() != null ->
          lowerFirst(problem.getReason());
      default ->
          cause.getMessage() == null
              ? cause.getClass().getSimpleName()
              : lowerFirst(cause.getMessage());
    };
  }

  private static String remedy(IOException cause) {
    String reason = reason(cause);
    if (reason.contains("no space") || reason.contains("quota")) {
      return "Free some space or choose another data folder.";
    }
    if (reason.contains("too many open files")) {
      return "Allow more open files: each table needs one while the run lasts.";
    }
    return reason.contains("permission") || reason.contains("read-only")
        ? "Let the user who starts the run write there."
        : "Check the data folder.";
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
