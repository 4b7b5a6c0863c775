// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with Baton. Once loaded they also stand in for characters that the text font lacks: Hanja, Devanagari, Arabic,
 * Thai, monochrome emoji. They are files and not in the jar: JavaFX would copy 14 MB out of it at every start. To be loaded before the first
 * window; any thread.
 */
public final class Fonts {
    /** Everything people read. */
    public static final String TEXT = "Pretendard";

    /** Figures of equal width, for whatever ticks. */
    public static final String FIGURES = "Baton Figures";

    /** Code and raw JSON. */
    public static final String MONO = "JetBrains Mono";

    /** {@link Icons}. */
    static final String SYMBOLS = "Material Icons Outlined";

    private static final int ANY_SIZE = 13;

    /** Text first: the order is the order of standing in. */
    private static final List<String> FILES = List.of(
            "Pretendard-Regular.otf",
            "Pretendard-Medium.otf",
            "Pretendard-SemiBold.otf",
            "Pretendard-Bold.otf",
            "BatonFigures-Regular.ttf",
            "BatonFigures-SemiBold.ttf",
            "JetBrainsMono-Regular.ttf",
            "NotoSansArabic-Regular.ttf",
            "NotoSansDevanagari-Regular.ttf",
            "NotoSansThai-Regular.ttf",
            "NotoSansSC-Regular.ttf",
            "NotoEmoji-Regular.ttf",
            "MaterialIcons-Outlined.ttf");

    private Fonts() {}

    /** Loads them all; a second time costs little and changes nothing. Throws {@link UncheckedIOException} if one is missing, {@link IllegalStateException} if one is damaged. */
    public static void load() {
        Path folder = folder();
        FILES.forEach(file -> load(folder.resolve(file)));
    }

    /** Beside the jar, or among the classes of a program that is not packed yet. */
    private static Path folder() {
        try {
            URI ours = Fonts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path program = Path.of(ours);
            return Files.isDirectory(program)
                    ? program.resolve("assets").resolve("fonts")
                    : program.resolveSibling("fonts");
        } catch (URISyntaxException strange) {
            throw new IllegalStateException("It cannot be told where the program lies", strange);
        }
    }

    private static void load(Path file) {
        // As a file first, which is not copied. JavaFX takes what follows the scheme as it stands, and does not
        // understand a # in it.
        if (Font.loadFont("file:" + file.toString().replace('\\', '/'), ANY_SIZE) == null) {
            copied(file);
        }
    }

    private static void copied(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            if (Font.loadFont(bytes, ANY_SIZE) == null) {
                throw new IllegalStateException("The font " + file + " is damaged");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file, e);
        }
    }
}
