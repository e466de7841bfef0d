package dev.sluice.studio.document;

import dev.sluice.json.JsonSyntaxError;
import dev.sluice.secret.Redactor;
import dev.sluice.studio.document.JsonText.Kind;
import dev.sluice.studio.document.JsonText.Member;
import dev.sluice.studio.document.JsonText.Part;
import dev.sluice.studio.web.Refusal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands for secrets in texts that go to the page (spec: README G-08). A marker is good until the
/// studio ends, wherever it comes back. Safe for several threads.
public final class Markers {
  private static final int LONG_ENOUGH_TO_BE_MEANT = 4;
  private static final Set<String> FUNCTION_KEYS =
      Set.of("function", "attr", "time", "response", "authorization", "consumer", "user");

  private final String nonce = nonce();
  private final Pattern pattern = Pattern.compile("\\*\\*\\*([0-9a-f]{8})-([0-9]{1,9})\\*\\*\\*");
  private final List<String> originals = new ArrayList<>();
  private final Map<Occurrence, Integer> numbers = new HashMap<>();
  private final Set<String> placedElsewhere = new HashSet<>();
  private final Set<String> known = new HashSet<>();

  /// The so-and-so-many-th time that a value stands in a document.
  private record Occurrence(String original, int time) {}

  /// A text without secrets.
  ///
  /// @param text the text, markers in the places of secrets
  /// @param secrets where they are
  public record Masked(String text, List<Place> secrets) {
    /// Keeps an unmodifiable copy.
    public Masked {
      secrets = List.copyOf(secrets);
    }
  }

  /// A secret in a document.
  ///
  /// @param pointer where it stands
  /// @param marker what stands there for the page
  /// @param isEncrypted whether another system encrypted it (`KBC::`), so that it is of no use here
  public record Place(Pointer pointer, String marker, boolean isEncrypted) {}

  /// {@return a text with markers instead of secrets}
  ///
  /// @param text a document as it stands in the file; if it is not JSON, all that stands behind a
  ///   `#` key on its line counts as secret
  public synchronized Masked mask(String text) {
    try {
      var masking = new Masking(JsonText.of(text));
      return masking.masked();
    } catch (JsonSyntaxError _) {
      return new Masked(maskedLines(text), List.of());
    }
  }

  /// {@return a text with the secrets in the places of their markers}
  ///
  /// @param text a document that came from the page
  /// @throws Refusal if a marker is unknown, or part of a longer text
  public synchronized String restore(String text) {
    Matcher found = pattern.matcher(text);
    var out = new StringBuilder();
    int done = 0;
    while (found.find()) {
      int number =
          found.group(1).equals(nonce) ? Integer.parseInt(found.group(2)) : originals.size();
      if (number >= originals.size()) {
        throw refusal("The secret behind " + found.group() + " is not known here. Enter it again.");
      }
      String original = originals.get(number);
      boolean isQuoted = isAt(text, found.start() - 1, '"') && isAt(text, found.end(), '"');
      boolean isLine = original.startsWith("\n");
      if (isQuoted == isLine || (isQuoted && isName(text, found.end() + 1))) {
        throw refusal("A secret must stand alone: it can't be a part of another text, or a name.");
      }
      out.append(text, done, isQuoted ? found.start() - 1 : found.start());
      out.append(isLine ? original.substring(1) : original);
      done = isQuoted ? found.end() + 1 : found.end();
    }
    notePlaces(text);
    return out.append(text, done, text.length()).toString();
  }

  /// A secret that the page moves to a key without `#` stays one here.
  private void notePlaces(String text) {
    try {
      JsonText source = JsonText.of(text);
      notePlaces(source, source.root(), false);
    } catch (JsonSyntaxError _) {
      // Masked line by line, whatever the keys.
    }
  }

  private void notePlaces(JsonText source, Part part, boolean isSecret) {
    for (Member member : part.members()) {
      notePlaces(source, member.value(), isSecretBelow(part, member, isSecret));
    }
    Matcher marker = pattern.matcher(part.kind() == Kind.STRING ? source.slice(part) : "");
    if (!isSecret && marker.find() && marker.group(1).equals(nonce)) {
      placedElsewhere.add(originals.get(Integer.parseInt(marker.group(2))));
    }
  }

  private static boolean isSecretBelow(Part parent, Member member, boolean isSecret) {
    boolean isName = parent.kind() == Kind.OBJECT;
    return (isSecret && !(isName && FUNCTION_KEYS.contains(member.name())))
        || (isName && member.name().startsWith("#"));
  }

  /// {@return a text with the same dots in the places of all secrets, for keeping}
  ///
  /// @param text a document as it stands in the file
  public String hidden(String text) {
    return pattern.matcher(mask(text).text()).replaceAll(Redactor.MASK);
  }

  private static Refusal refusal(String message) {
    return new Refusal(422, "secret_marker", message);
  }

  private static boolean isAt(String text, int place, char c) {
    return place >= 0 && place < text.length() && text.charAt(place) == c;
  }

  private static boolean isName(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return isAt(text, at, ':');
  }

  private String marker(String original, int time) {
    int number =
        numbers.computeIfAbsent(
            new Occurrence(original, time),
            _ -> {
              originals.add(original);
              return originals.size() - 1;
            });
    if (!original.startsWith("\n")
        && JsonText.unquoted(original).length() >= LONG_ENOUGH_TO_BE_MEANT) {
      known.add(original);
    }
    return "***" + nonce + "-" + number + "***";
  }

  private String maskedLines(String text) {
    Matcher line = Pattern.compile("(\"#[^\"\\n]*\"?\\s*:?[ \\t]*)([^\\n]*)").matcher(text);
    Map<String, Integer> times = new HashMap<>();
    return line.replaceAll(match -> {
      String rest = match.group(2);
      String kept = rest.isBlank() ? rest : marker("\n" + rest, times.merge(rest, 1, Integer::sum));
      return Matcher.quoteReplacement(match.group(1) + kept);
    });
  }

  private static String nonce() {
    byte[] bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// One text on its way to the page.
  private final class Masking {
    private final JsonText source;
    private final StringBuilder out = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private int done;

    Masking(JsonText source) {
      this.source = source;
    }

    Masked masked() {
      // Twice: a value that stands under a # key further down is a secret here, too.
      note(source.root(), false);
      visit(source.root(), Pointer.ROOT, false);
      out.append(source.text(), done, source.text().length());
      return new Masked(out.toString(), places);
    }

    private void note(Part part, boolean isSecret) {
      for (Member member : part.members()) {
        note(member.value(), isSecretBelow(part, member, isSecret));
      }
      if (isSecret && isText(part)) {
        String original = source.slice(part);
        if (JsonText.unquoted(original).length() >= LONG_ENOUGH_TO_BE_MEANT) {
          known.add(original);
        }
      }
    }

    private void visit(Part part, Pointer pointer, boolean isSecret) {
      for (Member member : part.members()) {
        visit(member.value(), pointer.child(member.name()), isSecretBelow(part, member, isSecret));
      }
      String original = source.slice(part);
      if (isText(part)
          && (isSecret || placedElsewhere.contains(original) || known.contains(original))) {
        String marker = marker(original, times.merge(original, 1, Integer::sum));
        out.append(source.text(), done, part.start()).append('"').append(marker).append('"');
        done = part.end();
        places.add(new Place(pointer, marker, original.startsWith("\"KBC::")));
      }
    }

    private boolean isText(Part part) {
      return switch (part.kind()) {
        case STRING -> part.end() - part.start() > 2;
        case OTHER -> "-0123456789".indexOf(source.text().charAt(part.start())) >= 0;
        case OBJECT, LIST -> false;
      };
    }
  }
}
