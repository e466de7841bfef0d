package dev.sluice.cli;

import dev.sluice.config.schema.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `sluice schema`: the JSON Schema of `config.json`.
@Command(
    name = "schema",
    header = "Print the JSON Schema of config.json, for editors.",
    description =
        "%nAn editor that knows JSON Schema completes and explains keys with it, and underlines mistakes.%n",
    footer = {
      "%nFor example:",
      "  %1$s schema > sluice.schema.json",
      "and in config.json:",
      "  \"$schema\": \"../sluice.schema.json\""
    })
final class SchemaCommand implements Callable<Integer> {
  private final Shell shell;

  SchemaCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.out().print(Schema.text());
    return Outcome.SUCCESS;
  }
}
