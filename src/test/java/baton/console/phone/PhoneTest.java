// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Emoji;
import baton.console.Screens;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.shell.Annex;
import baton.console.shell.ConsoleWindow;
import baton.console.shell.PretendHub;
import baton.domain.ConversationId;
import baton.sync.View;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writing as a customer, and seeing what that phone shows. */
final class PhoneTest {
    private final PretendPhones phones = new PretendPhones();

    @BeforeAll
    static void start() {
        Screens.start();
    }

    static List<Screens.Look> looks() {
        return Screens.Look.all();
    }

    @Test
    void whoCameLastIsShownFirstAndHerNewestWordsAppear() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            look(model);
            assertThat(model.chosenProperty().get()).contains(PretendPhones.DEWI);
            assertThat(model.say("Kapan dikirim?").join()).isTrue();
            look(model);
            assertThat(model.screenProperty().get().lines())
                    .extracting(PhoneScreen.Line::text)
                    .containsExactly("Kapan dikirim?");
        });
    }

    @Test
    void blankWordsAreNotSent() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            look(model);
            assertThat(model.say("  ").join()).isFalse();
            assertThat(phones.look(PretendPhones.DEWI).lines()).isEmpty();
        });
    }

    @Test
    void somebodyNewHasThePhoneInHandAtOnce() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            look(model);
            model.introduce(" Marit ", "en");
            assertThat(model.chosenProperty().get().map(Handset::name)).contains("Marit");
            look(model);
            assertThat(model.all()).hasSize(3);
        });
    }

    @Test
    void theWeatherChangesAndIsSeen() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            model.changeWeather();
            assertThat(model.roughProperty().get()).isTrue();
            assertThat(phones.isRough()).isTrue();
            model.changeWeather();
            assertThat(phones.isRough()).isFalse();
        });
    }

    @Test
    void aTickChangesTheBubbleWithoutBuildingItAnew() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            phones.say(PretendPhones.DEWI, "Halo");
            Scene scene = scene(model, Screens.Look.all().getFirst());
            Set<Node> before = scene.getRoot().lookupAll(".bubble");
            phones.read(PretendPhones.DEWI);
            phones.answer(PretendPhones.DEWI, "Halo kak");
            look(model);
            Screens.settle(scene);
            assertThat(scene.getRoot().lookupAll(".bubble")).hasSize(2).containsAll(before);
        });
    }

    @Test
    void halfWrittenWordsStayWithTheirPhone() {
        Screens.run(() -> {
            PhoneModel model = model(Screens.Look.all().getFirst());
            Scene scene = scene(model, Screens.Look.all().getFirst());
            TextField words = (TextField) scene.getRoot().lookup("#phone-text");
            words.setText("half");
            model.choose(PretendPhones.MINJI);
            assertThat(words.getText()).isEmpty();
            model.choose(PretendPhones.DEWI);
            assertThat(words.getText()).isEqualTo("half");
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void itsPicture(Screens.Look look) {
        Screens.run(() -> {
            PhoneModel model = model(look);
            phones.say(
                    PretendPhones.DEWI,
                    "Halo kak, kapan dikirim? 📦🙏 Sudah seminggu saya menunggu dan belum ada kabar");
            phones.read(PretendPhones.DEWI);
            phones.answer(PretendPhones.DEWI, "Besok pagi, kak 😊");
            phones.say(PretendPhones.DEWI, "반품은 어떻게 하나요? هل يوجد توصيل؟");
            model.changeWeather();
            Scene scene = scene(model, look);
            Screens.draw(scene, "phone", look);
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void itsPictureBesideADesk(Screens.Look look) {
        Screens.run(() -> {
            PretendHub hub = new PretendHub();
            ConversationId dewi = hub.customer(
                    PretendPhones.DEWI.name(), "6281234567890", "Halo kak, kapan dikirim? 📦", Duration.ofMinutes(4));
            hub.customer(PretendPhones.MINJI.name(), "821012345678", "반품은 어떻게 하나요?", Duration.ofMinutes(2));
            Seat seat = seat(hub, look);
            PhoneModel model = model(seat);
            phones.say(PretendPhones.DEWI, "Halo kak, kapan dikirim? 📦");
            phones.read(PretendPhones.DEWI);
            PhoneView view = new PhoneView(seat, model);
            Annex annex = new Annex(view, new PhoneSwitches(seat, model), PhoneDeeds.of(model, view), model::follow);
            Themes themes = new Themes(Platform.getPreferences());
            themes.choiceProperty().set(look.theme());
            ConsoleWindow window = new ConsoleWindow(
                    seat,
                    themes,
                    new ConsoleWindow.Outside(_ -> {}, _ -> "error.unknown", () -> {}, Optional.of(annex)));
            window.model().inbox().viewProperty().set(View.ALL);
            window.model().click(dewi);
            look(model);
            Screens.settle(window.scene());
            look(model);
            Screens.draw(window.scene(), "demo", look, 1616, 800);
            Screens.drawLarge(window.scene(), "demo", look);
            assertThat(view.getWidth()).isLessThan(400);
        });
    }

    private static void look(PhoneModel model) {
        assertThat(model.look()).isPositive();
    }

    private Scene scene(PhoneModel model, Screens.Look look) {
        Seat seat = seat(look);
        var switches = new PhoneSwitches(seat, model);
        Scene scene = Screens.scene(
                new BorderPane(new HBox(new PhoneView(seat, model)), null, null, switches, null), look, 420, 640);
        look(model);
        Screens.settle(scene);
        look(model);
        Screens.settle(scene);
        return scene;
    }

    private PhoneModel model(Screens.Look look) {
        return model(seat(look));
    }

    private PhoneModel model(Seat seat) {
        return new PhoneModel(phones, seat, broken -> {
            throw broken;
        });
    }

    private static Seat seat(Screens.Look look) {
        return seat(new PretendHub(), look);
    }

    private static Seat seat(PretendHub hub, Screens.Look look) {
        Texts texts = new Texts(look.language(), Locale.US);
        Ticker ticker = new Ticker(hub::now, Runnable::run, broken -> {
            throw broken;
        });
        return new Seat(
                hub,
                Runnable::run,
                Runnable::run,
                ticker,
                texts,
                new Times(texts, ZoneId.of("Asia/Seoul")),
                new Emoji());
    }
}
