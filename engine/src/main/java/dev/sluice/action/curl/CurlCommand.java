package dev.sluice.action.curl;

import dev.sluice.action.curl.ShellWords.Word;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A cURL command, taken apart: nothing is judged yet.
///
/// @param options in the order of the command
/// @param addresses all words that are no option and no option's value
/// @param rest what does not belong to the first request: pipes, redirections, further commands
record CurlCommand(List<Option> options, List<String> addresses, List<String> rest) {
  private static final Set<String> ENDS = Set.of("|", "||", "&&", "&", ";", "|&");
  private static final String REDIRECTION = "[0-9]?(>>?|<|>&|&>).*";
  private static final String NO = "no-";

  CurlCommand {
    options = List.copyOf(options);
    addresses = List.copyOf(addresses);
    rest = List.copyOf(rest);
  }

  /// An option.
  ///
  /// @param name its full name, without dashes and without `no-`
  /// @param written as it was written, without its value
  /// @param value what followed; empty for options that take none
  record Option(String name, String written, String value) {}

  /// {@return the parts of a command}
  ///
  /// @param text what somebody would type into a shell
  /// @throws UserError if it is no cURL command, or an option is not known
  static CurlCommand of(String text) {
    List<Word> words = ShellWords.of(text);
    if (words.isEmpty() || !words.getFirst().text().equals("curl")) {
      throw new UserError(
          Problem.of("Not a valid cURL command", "It has to begin with the word 'curl'."));
    }
    if (words.stream().anyMatch(word -> word.text().startsWith("^\""))) {
      throw new UserError(
          Problem.of(
              "Not a valid cURL command",
              "This is the form for the Windows command line: copy it 'as cURL (bash)'."));
    }
    var parts = new Parts(words.subList(1, words.size()));
    parts.read();
    return new CurlCommand(parts.options, parts.addresses, parts.rest);
  }

  /// {@return the value of the last option of a name}
  ///
  /// @param name its full name
  Optional<String> last(String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .reduce((_, next) -> next)
        .map(Option::value);
  }

  /// {@return whether an option is there}
  ///
  /// @param name its full name
  boolean has(String name) {
    return last(name).isPresent();
  }

  /// One pass over the words.
  private static final class Parts {
    private final List<Word> words;
    private final List<Option> options = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private int at;
    private boolean isPastOptions;

    Parts(List<Word> words) {
      this.words = words;
    }

    void read() {
      while (at < words.size()) {
        Word word = words.get(at++);
        String text = word.text();
        if (!word.isQuoted() && ENDS.contains(text)) {
          rest(at - 1, words.size());
        } else if (!word.isQuoted() && text.matches(REDIRECTION)) {
          boolean isAlone = text.endsWith(">") || text.endsWith("<");
          rest(at - 1, Math.min(words.size(), isAlone ? at + 1 : at));
        } else if (isPastOptions || !text.startsWith("-") || text.equals("-")) {
          addresses.add(text);
        } else if (text.equals("--")) {
          isPastOptions = true;
        } else if (text.startsWith("--")) {
          named(text);
        } else {
          letters(text);
        }
      }
    }

    private void rest(int from, int to) {
      rest.add(words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" ")));
      at = to;
    }

    private void named(String written) {
      String name = written.substring(2);
      String positive = name.startsWith(NO) ? name.substring(NO.length()) : name;
      Optional<String> known =
          CurlOptions.named(name)
              .or(() -> CurlOptions.named(positive).filter(it -> !CurlOptions.takesValue(it)));
      add(known.orElseThrow(() -> failed("option " + written + ": is unknown")), written, "");
    }

    private void letters(String written) {
      for (int i = 1; i < written.length(); i++) {
        String letter = "-" + written.charAt(i);
        String name =
            CurlOptions.named(written.charAt(i))
                .orElseThrow(() -> failed("option " + letter + ": is unknown"));
        if (CurlOptions.takesValue(name)) {
          add(name, letter, written.substring(i + 1));
          return;
        }
        add(name, letter, "");
      }
    }

    /// The value follows in the same word or is the next one.
    private void add(String name, String written, String value) {
      if (name.equals("next")) {
        rest(at - 1, words.size());
      } else if (!CurlOptions.takesValue(name) || !value.isEmpty()) {
        options.add(new Option(name, written, value));
      } else if (at < words.size()) {
        options.add(new Option(name, written, words.get(at++).text()));
      } else {
        throw failed("option " + written + ": requires parameter");
      }
    }

    private static UserError failed(String reason) {
      return new UserError("Error parsing cURL: error: " + reason);
    }
  }
}
