import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Sums up the test reports below a folder: what failed, what was skipped and why, and the counts in the last line.
/// Exits with 1 when a test failed or none ran.
void main(String[] args) throws Exception {
  List<Path> reports = reports(Path.of(args[0]));
  List<String> failures = new ArrayList<>();
  Map<String, List<String>> skips = new TreeMap<>();
  int passed = 0;
  for (Path report : reports) {
    NodeList tests = read(report).getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      String name = test.getAttribute("classname") + "." + test.getAttribute("name");
      Element skipped = child(test, "skipped");
      Element failed = child(test, "failure") != null ? child(test, "failure") : child(test, "error");
      if (skipped != null) {
        skips.computeIfAbsent(reason(skipped), _ -> new ArrayList<>()).add(name);
      } else if (failed != null) {
        failures.add(name + "\n    " + reason(failed).replace("\n", "\n    "));
      } else {
        passed++;
      }
    }
  }
  failures.forEach(failure -> IO.println("FAILED  " + failure));
  skips.forEach((reason, names) -> IO.println("SKIPPED " + names.size() + ": " + reason));
  int skipped = skips.values().stream().mapToInt(List::size).sum();
  IO.println(passed + " passed, " + failures.size() + " failed, " + skipped + " skipped");
  System.exit(failures.isEmpty() && passed > 0 ? 0 : 1);
}

List<Path> reports(Path root) throws IOException {
  try (Stream<Path> files = Files.walk(root, 4)) {
    return files
        .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
        .filter(file -> file.getParent().endsWith("surefire-reports") || file.getParent().endsWith("failsafe-reports"))
        .sorted()
        .toList();
  }
}

Document read(Path report) throws Exception {
  return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
}

Element child(Element test, String name) {
  NodeList found = test.getElementsByTagName(name);
  return found.getLength() == 0 ? null : (Element) found.item(0);
}

String reason(Element outcome) {
  String message = outcome.getAttribute("message");
  return message.isBlank() ? outcome.getTextContent().strip().lines().findFirst().orElse("no reason given") : message;
}
