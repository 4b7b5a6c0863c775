// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which classes of libraries a program can come to: those its classes name, those these name, and so on. */
final class Reach {
    private final Map<String, ClassModel> libraries;

    private Reach(Map<String, ClassModel> libraries) {
        this.libraries = libraries;
    }

    /** Of libraries that are unpacked, or opened as file systems, at {@code roots}. */
    static Reach into(List<Path> roots) throws IOException {
        Map<String, ClassModel> found = new HashMap<>();
        for (Path root : roots) {
            found.putAll(classes(root));
        }
        return new Reach(found);
    }

    /** The texts in the classes that a program whose classes lie in {@code folder} comes to, without its own. */
    Set<String> texts(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> texts = new HashSet<>();
        Deque<ClassModel> next = new ArrayDeque<>(classes(folder).values());
        while (!next.isEmpty()) {
            for (PoolEntry entry : next.pop().constantPool()) {
                if (entry instanceof ClassEntry named && seen.add(name(named)) && libraries.containsKey(name(named))) {
                    ClassModel library = libraries.get(name(named));
                    next.push(library);
                    texts.addAll(texts(library));
                }
            }
        }
        return texts;
    }

    /** Also those that joined texts are made of. */
    private static Set<String> texts(ClassModel type) {
        Set<String> texts = new HashSet<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof StringEntry text) {
                texts.add(text.stringValue());
            }
        }
        return texts;
    }

    private static Map<String, ClassModel> classes(Path root) throws IOException {
        Map<String, ClassModel> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(Files.readAllBytes(file));
                found.put(type.thisClass().asInternalName(), type);
            }
        }
        return found;
    }

    /** Of the class itself, where an array of it is meant. */
    private static String name(ClassEntry named) {
        return named.asInternalName().replaceFirst("^\\[+L(.*);$", "$1");
    }
}
