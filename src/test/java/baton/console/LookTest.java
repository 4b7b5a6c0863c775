// SPDX-License-Identifier: Apache-2.0
package baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LookTest {
    @BeforeAll
    static void start() {
        Screens.start();
    }

    @Test
    void theFontsAreThere() {
        assertThat(Font.getFamilies())
                .contains(Fonts.TEXT, Fonts.FIGURES, Fonts.MONO, "Pretendard SemiBold", "Pretendard Medium");
    }

    @Test
    void tickingFiguresKeepTheirWidth() {
        var widths = new HashSet<Long>();
        for (char digit = '0'; digit <= '9'; digit++) {
            var text = new Text(String.valueOf(digit).repeat(10));
            text.setFont(Font.font(Fonts.FIGURES, 13));
            widths.add(Math.round(text.getLayoutBounds().getWidth() * 10));
        }
        assertThat(widths).hasSize(1);
    }

    /** A character that no font has is drawn as a box: none of these may look like one. */
    @ParameterizedTest
    @ValueSource(strings = {"한", "ع", "ह", "ท", "漢", "龍", "請", "ひ", "Ω", "Ж", "☺"})
    void everyScriptIsDrawn(String letter) {
        assertThat(drawn(letter)).isNotEqualTo(drawn("\u0378")).isNotEqualTo(drawn(" "));
    }

    private static List<Integer> drawn(String letter) {
        return Screens.on(() -> {
            var text = new Text(letter);
            text.setFont(Font.font(Fonts.TEXT, 40));
            text.setY(45);
            text.setY(45);
            var picture = new Scene(new Group(text), 60, 60).snapshot(null);
            return IntStream.range(0, 3600)
                    .mapToObj(at -> picture.getPixelReader().getArgb(at % 60, at / 60))
                    .toList();
        });
    }

    @Test
    void bothThemesHaveTheSameTokens() {
        assertThat(tokens("tokens-dark.css")).isNotEmpty().isEqualTo(tokens("tokens-light.css"));
    }

    @ParameterizedTest
    @CsvSource({
        "-baton-bubble-fg, -baton-bubble-in",
        "-baton-bubble-fg, -baton-bubble-out",
        "-baton-bubble-fg, -baton-bubble-auto",
        "-baton-bubble-muted, -baton-bubble-in",
        "-baton-bubble-muted, -baton-bubble-out",
        "-baton-bubble-muted, -baton-bubble-auto",
        "-baton-bubble-link, -baton-bubble-in",
        "-baton-bubble-link, -baton-bubble-out",
        "-baton-note-fg, -baton-note-bg",
        "-baton-note-muted, -baton-note-bg",
        "-baton-wait-golden, -color-bg-subtle",
        "-baton-wait-warm, -color-bg-subtle",
        "-baton-wait-late, -color-bg-subtle",
        "-baton-unread, -color-bg-default",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-color-fg-muted, -color-bg-inset",
        "-color-fg-emphasis, -color-accent-emphasis",
        "-color-fg-emphasis, -color-neutral-emphasis-plus",
        "-color-success-fg, -color-bg-subtle",
        "-color-danger-fg, -color-bg-inset",
        "-baton-failure-fg, -baton-failure-bg",
        "-baton-uncertain-fg, -baton-uncertain-bg"
    })
    void textCanBeReadOnItsGround(String text, String ground) {
        for (String sheet : new String[] {"tokens-light.css", "tokens-dark.css"}) {
            assertThat(contrast(colour(sheet, text), colour(sheet, ground)))
                    .as("%s on %s in %s", text, ground, sheet)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void theThemeSwitchesLiveAndTextGrows() {
        Screens.run(() -> {
            var themes = new Themes(Platform.getPreferences());
            themes.choiceProperty().set(Themes.Choice.LIGHT);
            var label = new Label("text");
            var scene = new Scene(new StackPane(label));
            themes.dress(scene);
            Screens.settle(scene);
            var before = label.getTextFill();
            themes.choiceProperty().set(Themes.Choice.DARK);
            themes.stepText(1);
            Screens.settle(scene);
            assertThat(label.getTextFill()).isNotEqualTo(before);
            assertThat(label.getFont().getSize()).isEqualTo(Themes.BASE_TEXT + 1.0);
            assertThat(label.getFont().getFamily()).isEqualTo(Fonts.TEXT);
        });
    }

    @Test
    void theRingEmptiesAndChangesColour() {
        Screens.run(() -> {
            var ring = new ClaimRing();
            Instant now = Instant.EPOCH;
            ring.show(now.plusSeconds(210), Duration.ofMinutes(7), now, "Mina");
            assertThat(ring.share()).isEqualTo(0.5);
            assertThat(ring.getPseudoClassStates()).isEmpty();
            ring.show(now.plusSeconds(60), Duration.ofMinutes(7), now, "Mina");
            assertThat(ring.getPseudoClassStates()).hasToString("[soon]");
            ring.show(now.plusSeconds(15), Duration.ofMinutes(7), now, "Mina");
            assertThat(ring.getPseudoClassStates()).hasToString("[last]");
            ring.show(now, Duration.ofMinutes(7), now.plusSeconds(1), "Mina");
            assertThat(ring.share()).isZero();
        });
    }

    @Test
    void theStyleSheetsSayNothingUnknown() {
        assertThat(Screens.cssComplaints(() -> Screens.run(() -> {
                    var ring = new ClaimRing();
                    var box = new VBox(ring, Icons.SEND.icon(), new Label("a"));
                    Screens.settle(Screens.scene(box, Screens.Look.all().getLast(), 200, 100));
                })))
                .isEmpty();
    }

    @Test
    void everySentenceChangesWithTheLanguage() {
        var texts = new Texts(Language.ENGLISH, Locale.US);
        var today = texts.live("time.today");
        assertThat(today.get()).isEqualTo("Today");
        texts.speak(Language.KOREAN);
        assertThat(today.get()).isEqualTo("오늘");
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Color colour(String sheet, String token) {
        String theme = sheet.contains("dark")
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        String sheets = text(sheet) + text(theme);
        var found = Pattern.compile(token + ": (#[0-9a-f]{6});").matcher(sheets);
        assertThat(found.find()).as(token).isTrue();
        return Color.web(found.group(1));
    }

    private static Set<String> tokens(String sheet) {
        var names = new TreeSet<String>();
        Pattern.compile("(-baton-[\\w-]+):").matcher(text(sheet)).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static String text(String sheet) {
        try (var bytes = Themes.class.getResourceAsStream(sheet)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
