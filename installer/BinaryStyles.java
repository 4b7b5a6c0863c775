// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * {@code java BinaryStyles.java CLASSES}: puts beside each style sheet in that folder the form that JavaFX reads without parsing, and takes by itself where it
 * finds it: parsing took a window 50 ms of its start. A mistake in a sheet, which a window would only log, ends the build. The themes among them are
 * made here too.
 */
final class BinaryStyles {

    private BinaryStyles() {}

    public static void main(String[] words) throws IOException {
        Path classes = Path.of(words[0]);
        LeanTheme theme = LeanTheme.of(classes);
        theme.write("/atlantafx/base/theme/primer-light.css", classes.resolve("baton/console/theme-light.css"));
        theme.write("/atlantafx/base/theme/primer-dark.css", classes.resolve("baton/console/theme-dark.css"));
        List<CssParser.ParseError> mistakes = CssParser.errorsProperty(); // kept only once somebody asked for them
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(classes)) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            String name = sheet.getFileName().toString().replaceFirst("css$", "bss");
            Stylesheet.convertToBinary(sheet.toFile(), sheet.resolveSibling(name).toFile());
        }
        if (!mistakes.isEmpty()) {
            mistakes.forEach(System.err::println);
            throw new IllegalStateException("There are mistakes in the style sheets");
        }
    }
}
