package dev.sluice.studio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Holds the arrows between the packages of the studio: api → run → document → web.
final class StudioArchitectureTest {
  private static final JavaClasses STUDIO =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.sluice.studio");

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.sluice.studio.(*)..").should().beFreeOfCycles().check(STUDIO);
  }

  @Test
  void theWebServerIsKnownInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sluice.studio.web")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.eclipse.jetty.."))
        .check(STUDIO);
  }

  @Test
  void theWebServerKnowsNothingOfConfigurations() {
    noClasses()
        .that()
        .resideInAPackage("dev.sluice.studio.web")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.sluice.config..", "dev.sluice.run..", "dev.sluice.form.."))
        .check(STUDIO);
  }

  @Test
  void nothingIsPrintedAndNoEnvironmentIsRead() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(STUDIO);
  }
}
