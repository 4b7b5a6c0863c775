// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.Emoji;
import baton.console.Fonts;
import baton.console.Fx;
import baton.console.Language;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.phone.PhoneDeeds;
import baton.console.phone.PhoneModel;
import baton.console.phone.PhoneSwitches;
import baton.console.phone.PhoneView;
import baton.console.shell.Annex;
import baton.console.shell.ConsoleWindow;
import baton.console.shell.WindowPlace;
import baton.sync.Workspace;
import baton.whatsapp.ErrorCatalogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The demo's window: a desk like any other, with a customer's phone beside it and the weather at hand (SPEC.md D6). */
final class DemoApp implements AutoCloseable {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(DemoApp.class);
    private static final Logger FX_START = Logger.getLogger("javafx");

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> parts = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> toolkit = new CompletableFuture<>();
    private final CompletableFuture<Void> ready;

    /** Starts JavaFX and reads the fonts while the caller starts the rest. */
    DemoApp() {
        FX_START.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
        background.execute(() -> Platform.startup(() -> toolkit.complete(null)));
        ready = toolkit.thenRunAsync(Fonts::load, background);
    }

    /** Shows the desk and stays until its window is closed. */
    void show(Workspace desk, String simulator) throws InterruptedException {
        ready.join();
        try (DemoPhones phones = new DemoPhones(simulator, new Random())) {
            Fx screen = new Fx();
            screen.execute(() -> open(desk, phones, screen));
            closed.await();
            leave();
        }
        Platform.exit();
    }

    /** Nothing of the window looks at the rest any more, which may end now. Any thread, as often as one likes. */
    void leave() {
        parts.forEach(DemoApp::end);
    }

    private void open(Workspace desk, DemoPhones phones, Fx screen) {
        Texts texts = new Texts(Language.of(Locale.getDefault()), Locale.getDefault());
        Ticker ticker = new Ticker(desk::now, screen, DemoApp::stumbled).start();
        Times times = new Times(texts, ZoneId.systemDefault());
        Seat seat = new Seat(desk, screen, background, ticker, texts, times, new Emoji());
        PhoneModel phone = new PhoneModel(phones, seat, DemoApp::stumbled).start();
        parts.addAll(List.of(phone, ticker));
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.countDown());
        WindowPlace.mark(stage);
        ConsoleWindow.open(
                stage,
                seat,
                new Themes(Platform.getPreferences()),
                new ConsoleWindow.Outside(
                        new Browser(background)::open,
                        ErrorCatalogue::key,
                        stage::close,
                        Optional.of(annex(seat, phone))));
    }

    private static Annex annex(Seat seat, PhoneModel phone) {
        PhoneView view = new PhoneView(seat, phone);
        return new Annex(view, new PhoneSwitches(seat, phone), PhoneDeeds.of(phone, view), phone::follow);
    }

    private static void stumbled(RuntimeException broken) {
        LOG.warn("The demo's window stumbled", broken);
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception broken) {
            LOG.warn("{} did not end in order", part.getClass().getSimpleName(), broken);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
