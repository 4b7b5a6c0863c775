// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Every class comes from one jar: which of two is used would be a matter of luck. */
final class ShippedClassesTest {

    @Test
    void noClassIsInTwoJars() {
        Map<String, Path> home = new HashMap<>();
        Map<String, String> twice = new TreeMap<>();
        for (Path jar : jars()) {
            for (String name : classes(jar)) {
                Path other = home.putIfAbsent(name, jar);
                if (other != null) {
                    twice.put(name, other.getFileName() + " and " + jar.getFileName());
                }
            }
        }
        assertThat(home).hasSizeGreaterThan(1_000);
        assertThat(twice).isEmpty();
    }

    private static List<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .distinct()
                .toList();
    }

    private static List<String> classes(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(Object::toString)
                    .filter(name -> name.endsWith(".class")
                            && !name.startsWith("META-INF/")
                            && !name.endsWith("module-info.class"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
