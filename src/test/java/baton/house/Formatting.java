// SPDX-License-Identifier: Apache-2.0
package baton.house;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one format of all Java files: palantir-java-format, with sorted and needed imports. The test asks which files differ, {@code
 * mvn -q -Pformat} rewrites them. It runs on the project's own JDK, since Maven's may be too old to read the code.
 */
final class Formatting {
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String[] args) throws IOException {
        var formatting = new Formatting();
        for (Path file : formatting.unformatted()) {
            Files.writeString(file, formatting.formatted(file));
            System.out.println("formatted " + file);
        }
    }

    List<Path> unformatted() {
        return Stream.of(Sources.MAIN, Sources.TEST)
                .flatMap(folder -> Sources.java(folder).stream())
                .toList()
                .parallelStream()
                .filter(file -> !formatted(file).equals(Sources.text(file)))
                .toList();
    }

    private String formatted(Path file) {
        try {
            return formatter.formatSourceAndFixImports(Sources.text(file));
        } catch (FormatterException e) {
            throw new IllegalStateException("cannot format " + file, e);
        }
    }
}
