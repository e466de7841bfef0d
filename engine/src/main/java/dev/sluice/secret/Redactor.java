package dev.sluice.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Masks the secrets of a run wherever a text leaves it: the values of `#` keys, what functions
/// make of them, and the tokens received at login, each as it is, URL-encoded, JSON-escaped and in
/// Base64. Safe to share between threads.
public final class Redactor {
  /// What stands in the place of a secret.
  public static final String MASK = "•••";

  /// Shorter values would mask ordinary words and digits all over the log.
  private static final int SHORTEST = 4;

  /// What stands where a text was cut to be quoted.
  private static final List<String> CUTS = List.of(" (truncated...)", "…");

  /// Values that functions make for single requests are forgotten after so many others.
  private static final int MOST_PASSING = 200;

  private final Set<String> lasting = new HashSet<>();
  private final LinkedHashMap<String, List<String>> passing = new LinkedHashMap<>();
  private final TreeSet<String> ordered =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /// Secrets that are too short to be looked for in texts.
  private final Set<String> brief = ConcurrentHashMap.newKeySet();

  /// All forms, the longest first, so that a secret within another one does not spoil it.
  private volatile List<String> hidden = List.of();

  /// Makes a value known, in all the forms in which it may appear.
  ///
  /// @param secret the value; shorter than four characters it is masked only where it is a whole
  ///   value, see [#redactWhole(String)]
  public synchronized void add(String secret) {
    if (!secret.isEmpty() && secret.length() < SHORTEST) {
      brief.add(secret);
    }
    if (secret.length() >= SHORTEST && !lasting.contains(secret)) {
      passing.remove(secret);
      List<String> forms = forms(secret);
      lasting.addAll(forms);
      ordered.addAll(forms);
      hidden = List.copyOf(ordered);
    }
  }

  /// Makes a value known that was made for a single request. Only the latest of such values are
  /// kept, so that a long run does not slow down.
  ///
  /// @param secret the value; shorter than four characters it is not masked
  public synchronized void addPassing(String secret) {
    if (secret.length() < SHORTEST || lasting.contains(secret) || passing.containsKey(secret)) {
      return;
    }
    List<String> forms = forms(secret);
    passing.put(secret, forms);
    ordered.addAll(forms);
    if (passing.size() > MOST_PASSING) {
      List<String> oldest = passing.pollFirstEntry().getValue();
      oldest.stream().filter(form -> !lasting.contains(form)).forEach(ordered::remove);
    }
    hidden = List.copyOf(ordered);
  }

  /// Makes several values known.
  ///
  /// @param secrets see [#add(String)]
  public void addAll(Collection<String> secrets) {
    secrets.forEach(this::add);
  }

  /// {@return whether a text holds a known secret in one of its forms}
  ///
  /// @param text any text
  public boolean holdsSecret(String text) {
    return hidden.stream().anyMatch(text::contains);
  }

  /// {@return the value of a header, parameter, field or cell with each known secret masked, short
  /// ones too if they are all of it}
  ///
  /// @param value the whole value
  public String redactWhole(String value) {
    return brief.contains(value) ? MASK : redact(value);
  }

  /// {@return whether there are secrets that only [#redactWhole(String)] masks}
  public boolean hasShortSecrets() {
    return !brief.isEmpty();
  }

  /// {@return the text with each known secret masked, and the beginning of one where the text was
  /// cut}
  ///
  /// @param text any text
  public String redact(String text) {
    String masked = text;
    for (String secret : hidden) {
      if (masked.contains(secret)) {
        masked = masked.replace(secret, MASK);
      }
    }
    for (String cut : CUTS) {
      masked = masked.contains(cut) ? withoutBeginnings(masked, cut) : masked;
    }
    return masked;
  }

  private String withoutBeginnings(String text, String cut) {
    var out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(cut); at >= 0; at = text.indexOf(cut, from)) {
      int end = at - longestBeginning(text.substring(from, at));
      out.append(text, from, end).append(end < at ? MASK : "").append(cut);
      from = at + cut.length();
    }
    return out.append(text, from, text.length()).toString();
  }

  /// {@return how many characters at the end of a text are the beginning of a secret}
  private int longestBeginning(String text) {
    int longest = 0;
    for (String secret : hidden) {
      int length = Math.min(secret.length() - 1, text.length());
      while (length >= SHORTEST
          && length > longest
          && !secret.startsWith(text.substring(text.length() - length))) {
        length--;
      }
      longest = length >= SHORTEST ? Math.max(longest, length) : longest;
    }
    return longest;
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(form);
    forms.add(form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
    forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
    forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.add(secret.replace("\n", "\\n"));
    forms.add(secret.replaceAll("\\s*\\R\\s*", " ").strip());
    forms.addAll(base64Forms(bytes));
    for (String line : secret.lines().toList()) {
      if (line.length() >= 16 && !line.startsWith("-----")) {
        forms.add(line);
      }
    }
    forms.removeIf(text -> text.length() < SHORTEST);
    return forms;
  }

  /// Base64 of the secret on its own, and the part that stays the same wherever it stands in a
  /// longer text.
  private static List<String> base64Forms(byte[] bytes) {
    List<String> forms = new ArrayList<>();
    String whole = Base64.getEncoder().encodeToString(bytes);
    forms.add(whole);
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    if (bytes.length < 6) {
      return forms;
    }
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[bytes.length + shift];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = shift == 0 ? 0 : shift + 1;
      int to = shifted.length / 3 * 4;
      if (to - from >= 8) {
        forms.add(text.substring(from, to));
      }
    }
    return forms;
  }
}
