// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Language;
import baton.console.Screens;
import baton.console.Texts;
import baton.console.Themes;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LooksTest {
    private final PretendHub hub = new PretendHub();
    private Looks looks;

    @BeforeAll
    static void start() {
        Screens.start();
    }

    @BeforeEach
    void make() {
        looks = Screens.on(() ->
                new Looks(hub, new Themes(Platform.getPreferences()), new Texts(Language.ENGLISH, Locale.ENGLISH)));
    }

    @Test
    void theFirstPictureIsAsTheDeskWasLeft() {
        hub.keepShut(Map.of("look.theme", "DARK", "look.language", "KOREAN", "look.compact", "true"), Map.of());
        recall();
        assertThat(looks.themes().choiceProperty().get()).isEqualTo(Themes.Choice.DARK);
        assertThat(looks.texts().languageProperty().get()).isEqualTo(Language.KOREAN);
        assertThat(looks.compactProperty().get()).isTrue();
    }

    @Test
    void filesKnowBetterThanAnOldFirstPage() {
        hub.keepShut(Map.of("look.list", "300.0"), Map.of("look.list", "280.0"));
        recall();
        open();
        assertThat(looks.listProperty().get()).isEqualTo(280);
    }

    @Test
    void whatIsChangedBeforeTheFilesAreOpenStaysAndIsRemembered() {
        hub.keepShut(Map.of("look.theme", "DARK"), Map.of("look.theme", "DARK", "look.panel", "false"));
        recall();
        Screens.run(() -> looks.themes().choiceProperty().set(Themes.Choice.LIGHT));
        open();
        assertThat(looks.themes().choiceProperty().get()).isEqualTo(Themes.Choice.LIGHT);
        assertThat(looks.panelProperty().get()).isFalse();
        assertThat(hub.remembered("look.theme")).contains("LIGHT");
    }

    @Test
    void aWordOfAnotherReleaseIsPassedOver() {
        hub.keepShut(Map.of("look.theme", "SEPIA", "look.text", "large", "look.compact", "true"), Map.of());
        recall();
        open();
        assertThat(looks.themes().choiceProperty().get()).isEqualTo(Themes.Choice.SYSTEM);
        assertThat(looks.themes().textSizeProperty().get()).isEqualTo(Themes.BASE_TEXT);
        assertThat(looks.compactProperty().get()).isTrue();
        Screens.run(() -> looks.compactProperty().set(false));
        assertThat(hub.remembered("look.compact")).as("remembered all the same").contains("false");
    }

    private void recall() {
        Screens.run(() -> looks.recall(Runnable::run));
    }

    private void open() {
        Screens.run(hub::openFiles);
    }
}
