// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No start has to make again what the build writes out ({@code installer/PlainCalls}): the cases of switches over types, and records' methods. */
final class PlainCallsTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everythingIsWrittenOut() {
        List<Path> classes = Sources.files(CLASSES).stream()
                .filter(file -> file.toString().endsWith(".class"))
                .toList();
        assertThat(classes).hasSizeGreaterThan(100);
        assertThat(classes.stream().filter(file -> hasLeftOvers(parsed(file))))
                .as("classes that did not go through installer/PlainCalls, which mvn compile runs")
                .isEmpty();
    }

    private static boolean hasLeftOvers(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .anyMatch(code -> code.elementStream().anyMatch(PlainCallsTest::isMadeAtItsFirstCall));
    }

    /** A switch with constants among its cases is not written out. */
    private static boolean isMadeAtItsFirstCall(CodeElement element) {
        if (!(element instanceof InvokeDynamicInstruction call)) {
            return false;
        }
        var maker = call.bootstrapMethod();
        return switch (maker.owner().displayName() + "." + maker.methodName()) {
            case "ObjectMethods.bootstrap" -> true;
            case "SwitchBootstraps.typeSwitch" ->
                call.invokedynamic().bootstrap().arguments().stream().allMatch(ClassEntry.class::isInstance);
            default -> false;
        };
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
