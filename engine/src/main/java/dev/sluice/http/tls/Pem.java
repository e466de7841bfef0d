package dev.sluice.http.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One block of PEM text (RFC 7468).
///
/// @param label what stands after `BEGIN`, e.g. `CERTIFICATE`
/// @param bytes the decoded content; not to be changed
/// @param encrypted whether headers say that a pass phrase is needed
record Pem(String label, byte[] bytes, boolean encrypted) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+: .*$");

  /// {@return the blocks of a text in order; what stands between them is passed over}
  ///
  /// @param text PEM; line breaks may have become spaces or the two characters `\n`
  /// @throws IllegalArgumentException if a block is not Base64
  static List<Pem> blocks(String text) {
    List<Pem> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text.replace("\\n", "\n"));
    while (block.find()) {
      String content = block.group(2);
      boolean encrypted = content.contains("ENCRYPTED") || block.group(1).startsWith("ENCRYPTED");
      String base64 = HEADER.matcher(content).replaceAll("").replaceAll("\\s", "");
      blocks.add(new Pem(block.group(1), Base64.getDecoder().decode(base64), encrypted));
    }
    return blocks;
  }
}
