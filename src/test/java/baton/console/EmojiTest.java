// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Emoji.Piece;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {
    private final Emoji emoji = new Emoji();

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @Test
    void textIsSplitByWhatPeopleSeeAsOne() {
        assertThat(emoji.split("감사합니다 👍🏽! 👨‍👩‍👧"))
                .containsExactly(
                        new Piece.Words("감사합니다 "),
                        new Piece.Picture("👍🏽"),
                        new Piece.Words("! "),
                        new Piece.Picture("👨‍👩‍👧"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "❤️", "❤", "🇰🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "👩🏿‍🚀", "🏳️‍🌈", "☀"})
    void everyKindOfEmojiHasAPicture(String characters) {
        assertThat(emoji.split(characters)).containsExactly(new Piece.Picture(characters));
        var picture = Screens.on(() -> emoji.picture(characters).orElseThrow());
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getPixelReader().getColor(32, 40)).isNotEqualTo(Color.TRANSPARENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "# 2 *", "© 2026 ™", "→ ok", "☎︎", "สวัสดี", "नमस्ते"})
    void whatIsNoEmojiStaysText(String text) {
        assertThat(emoji.split(text)).noneMatch(Piece.Picture.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a😀b", "😀😀", " 🇰🇷\n", "مرحبا 🌹 بك", "👍🏽👍", "\ud83d alone"})
    void thePiecesAreTheTextAgain(String text) {
        assertThat(emoji.split(text).stream().map(Piece::characters).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void fewEmojiAloneAreCounted() {
        assertThat(emoji.alone("😀 😀", 3)).isEqualTo(2);
        assertThat(emoji.alone("😀 ok", 3)).isZero();
        assertThat(emoji.alone("😀😀😀😀", 3)).isZero();
    }

    @Test
    void thePickerOffersGroupsWithoutSkinTones() {
        assertThat(emoji.offered())
                .hasSizeGreaterThan(1800)
                .extracting(Emoji.Known::group)
                .contains("faces", "flags");
    }
}
