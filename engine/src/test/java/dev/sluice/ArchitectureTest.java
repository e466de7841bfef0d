package dev.sluice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the arrows of `docs/architecture.md`: config → function → leaves, and everything else
/// above them.
final class ArchitectureTest {
  private static final String ROOT = "dev.sluice.";
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.sluice")
          .that(DescribedPredicate.not(resideInAnyPackage("dev.sluice.testkit..")));

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.sluice.(**)").should().beFreeOfCycles().check(ENGINE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          json,        ''
          problem,     ''
          secret,      ''
          php,         json
          event,       json secret problem
          function,    json php secret event problem
          config,      function json php secret event problem
          form,        config function json php secret event problem
          http,        config json php secret event problem
          auth,        http config function form json php secret event problem
          table,       config json php secret event problem
          destination, table config json php secret event problem
          paging,      config http json php secret event problem
          job,         paging http config function json php secret event problem
          """)
  void aPackageUsesOnlyThoseBelowIt(String name, String below) {
    List<String> allowed = new ArrayList<>(List.of(ROOT + name + ".."));
    for (String other : below.split(" ", -1)) {
      if (!other.isEmpty()) {
        allowed.add(ROOT + other + "..");
      }
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.sluice..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @ParameterizedTest
  @CsvSource({
    "tools.jackson.., json",
    "org.apache.hc.., http",
    "de.siegmar.fastcsv.., destination",
    "org.apache.sshd.., http",
    "com.nimbusds.., auth",
  })
  void eachLibraryHasOneHome(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + home + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .check(ENGINE);
  }

  @Test
  void pureRoomsTouchNoClockNoFileAndNoSocket() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.sluice.json..", "dev.sluice.php..", "dev.sluice.function..", "dev.sluice.paging..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")
                .and(DescribedPredicate.not(concurrentMaps()))
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.assignableTo(java.net.URLEncoder.class)))
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.assignableTo(java.net.URLDecoder.class))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(ENGINE);
  }

  @Test
  void theEngineLeavesConsoleAndEnvironmentAlone() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(ENGINE);
  }

  @Test
  void classesAreNotMadeToBeExtended() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(ENGINE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*\\.((Abstract|Base|Default)(?!Options|Url)[A-Z]\\w*|\\w+(Manager|Helper|Utils?|Impl|Processor|Info))")
        .check(ENGINE);
  }

  private static DescribedPredicate<JavaClass> concurrentMaps() {
    return resideInAnyPackage("java.util.concurrent..")
        .as("concurrent collections")
        .and(
            JavaClass.Predicates.assignableTo(java.util.concurrent.ConcurrentMap.class)
                .or(JavaClass.Predicates.resideInAPackage("java.util.concurrent.atomic")));
  }
}
