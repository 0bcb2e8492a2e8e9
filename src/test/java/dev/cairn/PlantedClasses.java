package dev.cairn;

import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/** Classes that break the rules of the house, written as class files into a folder of their own. */
final class PlantedClasses {
  private final Path folder;

  PlantedClasses(Path folder) {
    this.folder = folder;
  }

  /** Plants a class with fields of these types. */
  PlantedClasses knowing(String name, String... types) {
    return write(
        name,
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                type -> {
                  for (int i = 0; i < types.length; i++) {
                    type.withField("field" + i, ClassDesc.of(types[i]), ACC_PUBLIC);
                  }
                }));
  }

  /** Plants a class with a method that calls this static method, which takes nothing. */
  PlantedClasses calling(String name, Method called) {
    ClassDesc result = called.getReturnType().describeConstable().orElseThrow();
    return write(
        name,
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                type ->
                    type.withMethodBody(
                        "call",
                        MethodTypeDesc.of(ClassDesc.ofDescriptor("V")),
                        ACC_PUBLIC | ACC_STATIC,
                        code -> {
                          code.invokestatic(
                              ClassDesc.of(called.getDeclaringClass().getName()),
                              called.getName(),
                              MethodTypeDesc.of(result));
                          if (called.getReturnType() == long.class) {
                            code.pop2();
                          } else {
                            code.pop();
                          }
                          code.return_();
                        })));
  }

  private PlantedClasses write(String name, byte[] content) {
    try {
      Path file = folder.resolve(name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was planted. */
  JavaClasses classes() {
    return new ClassFileImporter().importPath(folder);
  }
}
