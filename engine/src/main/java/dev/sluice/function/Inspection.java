package dev.sluice.function;

import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds what an expression's text tells without evaluating it. Not thread-safe.
final class Inspection {
  /// Something wrong and where.
  private record Finding(ConfigPath at, String fault, String remedy) {}

  private final List<Finding> findings = new ArrayList<>();
  private final Map<ConfigPath, Expression.Reference> references = new LinkedHashMap<>();

  /// Looks through an expression.
  Inspection visit(Expression expression, ConfigPath at) {
    switch (expression) {
      case Expression.Literal _ -> {}
      case Expression.Call(Function function, List<Expression> arguments) -> {
        visitAll(arguments, at.key("args"));
        function
            .countFault(arguments.size())
            .ifPresent(fault -> findings.add(new Finding(at, fault, "")));
      }
      case Expression.Reference reference -> references.put(at, reference);
      case Expression.Items(List<Expression> items) -> visitAll(items, at);
      case Expression.Properties(Map<String, Expression> properties) ->
          properties.forEach((key, property) -> visit(property, at.key(key)));
      case Expression.Faulty(String fault, String remedy) ->
          findings.add(new Finding(at, fault, remedy));
    }
    return this;
  }

  List<String> faults() {
    return findings.stream().map(Finding::fault).toList();
  }

  List<Problem> problems() {
    return findings.stream()
        .map(finding -> ScriptErrors.at(finding.at(), finding.fault(), finding.remedy()))
        .toList();
  }

  boolean usesSecret() {
    return references.values().stream()
        .anyMatch(reference -> reference.place().isSecret(reference.context(), reference.key()));
  }

  /// {@return the references that find nothing in the configuration attributes}
  List<Problem> unknownAttributes(JsonValue attributes) {
    List<Problem> problems = new ArrayList<>();
    references.forEach((at, reference) -> {
      if (reference.context().equals(Evaluation.ATTRIBUTES)
          && Evaluation.find(reference, attributes).isEmpty()) {
        String fault = ScriptErrors.notFound(reference.context(), reference.key());
        problems.add(ScriptErrors.at(at, fault, ""));
      }
    });
    return problems;
  }

  private void visitAll(List<Expression> expressions, ConfigPath at) {
    for (int i = 0; i < expressions.size(); i++) {
      visit(expressions.get(i), at.item(i));
    }
  }
}
