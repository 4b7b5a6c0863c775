// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

final class IconsTest {
    private static final String FONT = "/META-INF/resources/material2/20200820/fonts/MaterialIcons-Outlined.ttf";

    private static final Set<Integer> PACK = Stream.<Ikon[]>of(
                    Material2OutlinedAL.values(), Material2OutlinedMZ.values())
            .flatMap(Arrays::stream)
            .map(Ikon::getCode)
            .collect(Collectors.toSet());

    @ParameterizedTest
    @EnumSource
    void eachIsACharacterOfThePack(Icons icon) {
        assertThat(PACK).contains(icon.icon().getText().codePointAt(0));
    }

    @Test
    void theFontIsThatOfThePack() throws IOException {
        try (InputStream pack = Objects.requireNonNull(Material2OutlinedAL.class.getResourceAsStream(FONT))) {
            assertThat(Files.readAllBytes(Path.of("assets/fonts/MaterialIcons-Outlined.ttf")))
                    .isEqualTo(pack.readAllBytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachIsDrawnInThatFontAndAsLargeAsAsked(Icons icon) {
        Fonts.load();
        assertThat(icon.icon(Icons.RAIL).getFont().getFamily()).isEqualTo(Fonts.SYMBOLS);
        assertThat(icon.icon(Icons.RAIL).getFont().getSize()).isEqualTo(Icons.RAIL);
    }
}
