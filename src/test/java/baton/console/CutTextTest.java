// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CutTextTest {
    private static final String ELLIPSIS = "...";
    private static final String WORDS = "Where is my parcel? I have been waiting for a week";

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @Test
    void whatFitsIsShownWhole() {
        CutText text = text(WORDS);
        assertThat(shown(text, whole(text))).isEqualTo(WORDS);
        assertThat(isAll(text, whole(text))).isTrue();
        assertThat(isAll(text(""), 0)).isTrue();
    }

    @Test
    void whatDoesNotEndsInAnEllipsisWithinTheRoom() {
        CutText text = text(WORDS);
        assertThat(isAll(text, whole(text) - 1)).isFalse();
        assertThat(shown(text, 120)).startsWith("Where is my ").endsWith(ELLIPSIS);
        assertThat(width(text)).isBetween(100.0, 120.0);
    }

    @Test
    void withoutRoomForAnEllipsisThereIsNothing() {
        assertThat(shown(text(WORDS), 3)).isEmpty();
        assertThat(shown(text(WORDS), -10)).isEmpty();
    }

    @Test
    void itFollowsTheRoomBothWays() {
        CutText text = text(WORDS);
        String narrow = shown(text, 100);
        assertThat(shown(text, 150)).hasSizeGreaterThan(narrow.length());
        assertThat(shown(text, 1000)).isEqualTo(WORDS);
        assertThat(shown(text, 100)).isEqualTo(narrow);
    }

    @Test
    void itFollowsWordsAndFont() {
        CutText text = text(WORDS);
        String small = shown(text, 120);
        Screens.run(() -> text.setFont(Font.font("Pretendard", 20)));
        assertThat(shown(text, 120)).hasSizeLessThan(small.length()).endsWith(ELLIPSIS);
        Screens.run(() -> text.show("Thanks"));
        assertThat(shown(text, 120)).isEqualTo("Thanks");
    }

    @Test
    void whereThereIsNoRoomNothingIsShown() {
        assertThat(shown(text(WORDS), -1)).isEmpty();
        assertThat(shown(text(WORDS), 0)).isEmpty();
    }

    @Test
    void itWouldBeAsWideAsAllItsWordsHoweverItIsCut() {
        CutText text = text(WORDS);
        double whole = whole(text);
        assertThat(shown(text, 120)).endsWith(ELLIPSIS);
        assertThat(whole(text)).isEqualTo(whole);
        CutText other = text(WORDS);
        String cut = shown(other, 120);
        assertThat(whole(other)).isEqualTo(whole);
        assertThat(shown(other, 120)).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𝒜𝓃𝒶𝒜𝓃𝒶𝒜𝓃𝒶𝒜𝓃𝒶𝒜𝓃𝒶",
                "e\u0301e\u0302e\u0303e\u0301e\u0302e\u0303e\u0301e\u0302e\u0303e\u0301e\u0302",
                "🇰🇷🇮🇩🇪🇬🇮🇳👨‍👩‍👧‍👦👍🏽🇰🇷🇮🇩",
                "प्रिया शर्मा प्रिया शर्मा",
                "هل يوجد توصيل إلى القاهرة؟",
                "Preis أحمد السيد und so weiter"
            })
    void lettersStayWholeInEveryWidth(String words) {
        CutText text = text(words);
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(words);
        for (double room = Math.floor(whole(text)) - 1; room > 0; room -= 3) {
            String shown = shown(text, room);
            assertThat(width(text)).isLessThanOrEqualTo(room);
            if (!shown.isEmpty()) {
                String beginning = shown.substring(0, shown.length() - ELLIPSIS.length());
                assertThat(shown).endsWith(ELLIPSIS);
                assertThat(words).startsWith(beginning);
                assertThat(letters.isBoundary(beginning.length())).as(shown).isTrue();
            }
        }
    }

    @Test
    void ofWordsWithoutEndOnlyTheBeginningIsMeasured() {
        CutText text = text("il".repeat(50_000));
        List<Integer> lengths = new ArrayList<>();
        Screens.run(() -> text.textProperty().subscribe(now -> lengths.add(now.length())));
        assertThat(shown(text, 500)).startsWith("ililil").endsWith(ELLIPSIS);
        assertThat(width(text)).isBetween(480.0, 500.0);
        assertThat(lengths).allMatch(length -> length < 600);
    }

    @Test
    void whoPlacesItHearsOfOtherWordsHoweverTheyBegin() {
        CutText text = text("a".repeat(64));
        Pane pane = Screens.on(() -> new Pane(text));
        Screens.run(() -> text.fit(5000));
        Screens.run(pane::layout);
        assertThat(pane.isNeedsLayout()).isFalse();
        Screens.run(() -> text.show("a".repeat(70)));
        assertThat(pane.isNeedsLayout()).isTrue();
        assertThat(shown(text, 5000)).hasSize(70);
    }

    @Test
    void itStaysOneLine() {
        CutText text = text("one\ntwo\r\nthree");
        assertThat(shown(text, 1000)).isEqualTo("one two  three");
        assertThat(Screens.on(() -> text.prefHeight(-1)))
                .isEqualTo(Screens.on(() -> text("one").prefHeight(-1)));
    }

    @Test
    void whoHearsTheScreenHearsAllWords() {
        CutText text = text(WORDS);
        assertThat(shown(text, 100)).isNotEqualTo(WORDS);
        assertThat(Screens.on(() -> text.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo(WORDS);
        assertThat(text.words()).isEqualTo(WORDS);
    }

    private static CutText text(String words) {
        return Screens.on(() -> {
            CutText text = new CutText();
            text.setFont(Font.font("Pretendard", 13));
            text.show(words);
            return text;
        });
    }

    private static String shown(CutText text, double room) {
        return Screens.on(() -> {
            text.fit(room);
            return text.getText();
        });
    }

    private static boolean isAll(CutText text, double room) {
        return Screens.on(() -> text.fit(room));
    }

    private static double width(CutText text) {
        return Screens.on(() -> text.getLayoutBounds().getWidth());
    }

    private static double whole(CutText text) {
        return Screens.on(() -> text.prefWidth(-1));
    }
}
