package dev.sluice.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The list of the recorded cases that pass, kept in the project so that none is lost unnoticed.
///
/// @param names names of cases
public record PassingCases(SortedSet<String> names) {

  /// What a round of all cases says about the list.
  ///
  /// @param broken listed cases that do not pass, each with what is wrong
  /// @param gone listed cases that were not run, for instance because of a misspelt name
  /// @param unlisted cases that pass and are not listed
  public record Verdict(List<String> broken, List<String> gone, List<String> unlisted) {

    /// {@return whether every listed case passes}
    public boolean holds() {
      return broken.isEmpty() && gone.isEmpty();
    }

    /// {@return what there is to say, a line each; empty if list and round agree}
    public String text() {
      List<String> lines = new ArrayList<>();
      broken.forEach(line -> lines.add("no longer passes: " + line));
      gone.forEach(line -> lines.add("listed, but not run: " + line));
      unlisted.forEach(line -> lines.add("passes, add it to the list: " + line));
      return String.join("\n", lines);
    }
  }

  /// {@return the list of a file: a name a line; empty lines and those that begin with `#` do not
  /// count}
  ///
  /// @param file UTF-8
  /// @throws IOException if it cannot be read
  public static PassingCases read(Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      String name = line.strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        names.add(name);
      }
    }
    return new PassingCases(names);
  }

  /// {@return how the list compares with a round of all cases}
  ///
  /// @param differences by name of the case, what [RecordedCases#judge] said
  public Verdict judge(Map<String, List<String>> differences) {
    List<String> broken = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String name : names) {
      List<String> found = differences.get(name);
      if (found == null) {
        gone.add(name);
      } else if (!found.isEmpty()) {
        broken.add(name + " (" + String.join("; ", found) + ")");
      }
    }
    List<String> unlisted =
        new TreeSet<>(differences.keySet())
            .stream()
                .filter(name -> !names.contains(name))
                .filter(name -> differences.getOrDefault(name, List.of("")).isEmpty())
                .toList();
    return new Verdict(broken, gone, unlisted);
  }
}
