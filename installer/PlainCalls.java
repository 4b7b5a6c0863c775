// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code java -classpath THEIRS PlainCalls.java CLASSES}: in the classes of that folder, writes out what javac leaves to be made when it is first called: which
 * case of a pattern switch fits, and the methods of a record. Java's cache of linked classes keeps lambdas and joined strings and has no place for these; each
 * took a start 1 to 3 ms, together 60 for the console. What cannot be written out stays as javac left it, and a class without any is not touched.
 */
final class PlainCalls {

    /** javac's own stack maps are kept: what is put in moves the code and leaves the same on the stack. Classes are looked up for the check, not loaded. */
    private static final ClassFile FORMAT = ClassFile.of(
            ClassFile.StackMapsOption.DROP_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())
                            .cached()));

    private final ClassModel type;
    private final TypeSwitches switches;
    private final RecordMethods methods;

    private PlainCalls(ClassModel type) {
        this.type = type;
        switches = new TypeSwitches(type);
        methods = new RecordMethods(type);
    }

    public static void main(String[] words) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(Path.of(words[0]))) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            Optional<byte[]> plain = new PlainCalls(FORMAT.parse(file)).plain();
            if (plain.isPresent()) {
                Files.write(file, plain.get());
            }
        }
    }

    private Optional<byte[]> plain() {
        Map<MethodModel, CodeTransform> changes = new HashMap<>();
        for (MethodModel method : type.methods()) {
            method.code().flatMap(this::change).ifPresent(change -> changes.put(method, change));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(checked(changed(changes)));
    }

    private Optional<CodeTransform> change(CodeModel code) {
        return methods.change(code).or(() -> switches.change(code)).map(change -> change.andThen(stackMaps(code)));
    }

    private static CodeTransform stackMaps(CodeModel code) {
        return CodeTransform.endHandler(
                builder -> code.findAttribute(Attributes.stackMapTable()).ifPresent(builder));
    }

    private byte[] changed(Map<MethodModel, CodeTransform> changes) {
        ClassTransform whole = (builder, element) -> {
            if (element instanceof MethodModel method && changes.containsKey(method)) {
                builder.transformMethod(method, MethodTransform.transformingCode(changes.get(method)));
            } else {
                builder.with(element);
            }
        };
        return FORMAT.transformClass(type, whole.andThen(ClassTransform.endHandler(switches::writeMethods)));
    }

    /** A class that Java would refuse must not take the place of one that works. */
    private byte[] checked(byte[] plain) {
        List<VerifyError> mistakes = FORMAT.verify(plain);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    type.thisClass().asInternalName() + " would not be a class any more", mistakes.getFirst());
        }
        return plain;
    }
}
