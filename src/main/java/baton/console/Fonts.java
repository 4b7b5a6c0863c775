// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with Baton. Once loaded they also stand in for characters that the text font lacks: Hanja, Devanagari, Arabic,
 * Thai, monochrome emoji. To be loaded before the first window; any thread.
 */
public final class Fonts {
    /** Everything people read. */
    public static final String TEXT = "Pretendard";

    /** Figures of equal width, for whatever ticks. */
    public static final String FIGURES = "Baton Figures";

    /** Code and raw JSON. */
    public static final String MONO = "JetBrains Mono";

    private static final String FOLDER = "/assets/fonts/";
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
            "NotoEmoji-Regular.ttf");

    private Fonts() {}

    /** Loads them all; a second time costs little and changes nothing. Throws {@link IllegalStateException} if one is damaged. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream bytes = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null || Font.loadFont(bytes, ANY_SIZE) == null) {
                throw new IllegalStateException("The font " + file + " is missing or damaged");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + file, e);
        }
    }
}
