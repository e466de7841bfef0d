import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Gives classes that were compiled for Java 5 the form of newer ones, in a jar:
///
///     java build/NewerClasses.java JAR
///
/// The JVM's ahead-of-time cache takes only classes with stack maps, and nothing that needs one of
/// the others. What the classes do stays the same.
final class NewerClasses {
  private NewerClasses() {}

  /// @param arguments the jar; changed in place
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path fresh = Files.copy(jar, Path.of(jar + ".newer"));
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        FileSystem files = FileSystems.newFileSystem(fresh);
        Stream<Path> all = Files.walk(files.getPath("/"))) {
      var form =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      List<Path> classes = all.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : classes) {
        var old = form.parse(Files.readAllBytes(file));
        if (old.majorVersion() < ClassFile.JAVA_7_VERSION) {
          Files.write(file, form.transformClass(old, newer()));
        }
      }
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ClassTransform newer() {
    // Code that is passed on as a whole keeps its attributes and gets no new ones.
    return ClassTransform.transformingMethodBodies(CodeBuilder::with)
        .andThen(
            ClassTransform.endHandler(
                builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0)));
  }
}
