// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.Emoji;
import baton.console.Fx;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.inbox.InboxModel;
import baton.console.shell.ConsoleWindow;
import baton.console.shell.WindowPlace;
import baton.console.signin.SignInModel;
import baton.console.signin.SignInView;
import baton.run.Secret;
import baton.sync.HubAddress;
import baton.sync.KnownDesk;
import baton.sync.KnownDesks;
import baton.sync.LinkState;
import baton.sync.SignIn;
import baton.sync.SignInAnswer;
import baton.sync.SilentKeyRing;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import baton.whatsapp.ErrorCatalogue;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's root: signs in, opens the desk in a window, and lets go of everything when that is closed. */
final class ConsoleApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);
    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;

    private final ConsoleStart.Given given;
    private final Stage stage;
    private final Texts texts;
    private final Times times;
    private final Emoji emoji = new Emoji();
    private final Themes themes = new Themes(Platform.getPreferences());
    private final Fx screen = new Fx();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<Open>> open = new AtomicReference<>(Optional.empty());

    /** What goes on until the desk is left. */
    private record Open(Workspace desk, Ticker clock) {
        void close() {
            clock.close();
            desk.close();
        }
    }

    /** Screen's thread, as everything but {@link #close}. */
    ConsoleApp(ConsoleStart.Given given, Stage stage, Texts texts) {
        this.given = given;
        this.stage = stage;
        this.texts = texts;
        this.times = new Times(texts, ZoneId.systemDefault());
        new WindowPlace(given.data().resolve("window")).take(stage);
    }

    /** Goes on where it was left, or asks who is there; completes {@code drawn} when there is something to see. */
    void open(Optional<Workspace> last, CompletableFuture<Void> drawn) {
        last.ifPresentOrElse(desk -> show(desk, drawn), this::askWho);
    }

    /** Says that the key ring of this desk was silent, and has it opened again. */
    void openLocked(Supplier<Workspace> last, CompletableFuture<Void> drawn) {
        askWho().locked(entry(last, drawn));
    }

    private SignInModel askWho() {
        SignInModel model = new SignInModel(this::attempt, screen, background, this::welcome);
        Optional<KnownDesk> last = KnownDesks.last(given.data());
        model.addressProperty()
                .set(given.hub()
                        .or(() -> last.map(known -> known.hub().url().toString()))
                        .orElse(""));
        model.nameProperty()
                .set(given.user()
                        .or(() -> last.map(known -> known.person().value()))
                        .orElse(""));
        SignInView view = new SignInView(texts, model);
        Scene scene = themes.scene(view, WindowPlace.size(stage, WIDTH, HEIGHT));
        stage.titleProperty().unbind();
        stage.setTitle("Baton");
        WindowPlace.show(stage, scene);
        view.begin();
        return model;
    }

    private SignInAnswer attempt(HubAddress hub, String name, Secret password) {
        return new SignIn(hub, texts.locale(), InstantSource.system()).attempt(name, password);
    }

    private SignInModel.Entry welcome(SignInModel.Welcome in) {
        WorkspaceSettings settings = WorkspaceSettings.inFolder(
                        in.hub(), in.pass().person(), given.data(), InstantSource.system())
                .with(in.pass())
                .remembering(in.remember())
                .with(texts.locale());
        return entry(() -> Workspace.open(settings), new CompletableFuture<>());
    }

    private SignInModel.Entry entry(Supplier<Workspace> desk, CompletableFuture<Void> drawn) {
        return () -> {
            try {
                Workspace opened = desk.get();
                return () -> enter(opened, drawn);
            } catch (UncheckedIOException | SilentKeyRing broken) {
                LOG.warn("The desk cannot be opened", broken);
                throw broken;
            }
        };
    }

    /** The window may have been closed while the key ring asked. */
    private void enter(Workspace desk, CompletableFuture<Void> drawn) {
        if (stage.isShowing()) {
            show(desk, drawn);
        } else {
            desk.close();
        }
    }

    private void show(Workspace desk, CompletableFuture<Void> drawn) {
        Ticker clock =
                new Ticker(desk::now, screen, broken -> LOG.error("The clock on the screen stumbled", broken)).start();
        open.set(Optional.of(new Open(desk, clock)));
        Seat seat = new Seat(desk, screen, background, clock, texts, times, emoji);
        ConsoleWindow window = ConsoleWindow.open(
                stage,
                seat,
                themes,
                new ConsoleWindow.Outside(new Browser(background)::open, ErrorCatalogue::key, this::signOut));
        InboxModel inbox = window.model().inbox();
        var _ = picture(desk.shown(), window, () -> true)
                .thenRun(() -> drawn.complete(null))
                .thenRunAsync(window::prepare, screen);
        BooleanSupplier hasRows = () ->
                inbox.rows().isEmpty() == desk.rows(inbox.viewProperty().get()).isEmpty();
        var _ = picture(desk.shown(), window, hasRows).thenRun(says("usable"));
        var _ = picture(desk.usable(), window, () -> true).thenRun(says("open"));
        var _ = picture(online(desk), window, () -> true).thenRun(says("online"));
        BooleanSupplier hasAll = () -> inbox.rows().size()
                == desk.counts().getOrDefault(inbox.viewProperty().get(), 0);
        var _ = picture(desk.ready(), window, hasAll).thenRun(says("ready"));
    }

    /** Completes when news come from the hub for the first time. */
    private static CompletableFuture<Void> online(Workspace desk) {
        CompletableFuture<Void> online = new CompletableFuture<>();
        Runnable look = () -> {
            if (desk.link() instanceof LinkState.Online) {
                online.complete(null);
            }
        };
        desk.listen(_ -> look.run());
        look.run();
        return online;
    }

    /** On standard output: whoever started the program from outside can go on. */
    private static Runnable says(String word) {
        return () -> System.out.println("baton console " + word);
    }

    /** Completes with the first picture after that moment that is as it should be. */
    private CompletableFuture<Void> picture(
            CompletableFuture<Void> moment, ConsoleWindow window, BooleanSupplier isDrawn) {
        CompletableFuture<Void> there = new CompletableFuture<>();
        var _ = moment.thenRunAsync(
                () -> {
                    window.scene().addPostLayoutPulseListener(new Runnable() {
                        @Override
                        public void run() {
                            if (isDrawn.getAsBoolean()) {
                                window.scene().removePostLayoutPulseListener(this);
                                there.complete(null);
                            }
                        }
                    });
                    Platform.requestNextPulse();
                },
                screen);
        return there;
    }

    private void signOut() {
        open.get().map(Open::desk).ifPresent(Workspace::signOut);
        leave();
        askWho();
    }

    private void leave() {
        open.getAndSet(Optional.empty()).ifPresent(left -> background.execute(left::close));
    }

    /** Keeps what is unsaved and ends everything; a second time does nothing. Any thread but the screen's, which may be waited for. */
    @Override
    public void close() {
        open.getAndSet(Optional.empty()).ifPresent(Open::close);
        background.close();
    }
}
