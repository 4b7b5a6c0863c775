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
import baton.console.inbox.InboxModel;
import baton.console.shell.ConsoleWindow;
import baton.console.shell.WindowPlace;
import baton.console.signin.SignInModel;
import baton.console.signin.SignInView;
import baton.run.Secret;
import baton.sync.HubAddress;
import baton.sync.KnownDesk;
import baton.sync.KnownDesks;
import baton.sync.SignIn;
import baton.sync.SignInAnswer;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import baton.whatsapp.ErrorCatalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** The console's root: signs in, opens the desk in a window, and lets go of everything when that is closed. */
final class ConsoleApp implements AutoCloseable {
    /** What the command line says. {@code data}: where desks keep their files. */
    record Given(Optional<String> hub, Optional<String> user, Path data) {}

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);
    private static final Logger FX_START = Logger.getLogger("javafx");
    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;

    private final Given given;
    private final Stage stage;
    private final Themes themes = new Themes(Platform.getPreferences());
    private final Texts texts = new Texts(Language.of(Locale.getDefault()), Locale.getDefault());
    private final Fx screen = new Fx();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Workspace> workspace = Optional.empty();
    private Optional<Ticker> ticker = Optional.empty();

    ConsoleApp(Given given, Stage stage) {
        this.given = given;
        this.stage = stage;
    }

    /** Starts JavaFX and stays until the last window is closed. 2 when there is no screen to open it on. */
    static int start(List<String> words) {
        FX_START.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
        try {
            Application.launch(Launched.class, words.toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException noScreen) {
            System.err.println("baton console: there is no screen to open a window on (" + noScreen.getMessage() + ")");
            return 2;
        }
    }

    /** Goes on where it was left, or asks who is there. Screen's thread. */
    void open() {
        new WindowPlace(given.data().resolve("window")).take(stage);
        lastDesk()
                .filter(_ -> given.hub().isEmpty())
                .ifPresentOrElse(
                        known -> work(WorkspaceSettings.inFolder(
                                known.hub(), known.person(), given.data(), InstantSource.system())),
                        this::askWho);
    }

    private void askWho() {
        SignInModel model = new SignInModel(this::attempt, screen, background, this::welcome);
        Optional<KnownDesk> last = lastDesk();
        model.addressProperty()
                .set(given.hub()
                        .or(() -> last.map(known -> known.hub().url().toString()))
                        .orElse(""));
        model.nameProperty()
                .set(given.user()
                        .or(() -> last.map(known -> known.person().value()))
                        .orElse(""));
        SignInView view = new SignInView(texts, model);
        Dimension2D size = WindowPlace.size(stage, WIDTH, HEIGHT);
        Scene scene = new Scene(view, size.getWidth(), size.getHeight());
        themes.dress(scene);
        stage.titleProperty().unbind();
        stage.setTitle("Baton");
        WindowPlace.show(stage, scene);
        view.begin();
    }

    private SignInAnswer attempt(HubAddress hub, String name, Secret password) {
        return new SignIn(hub, texts.locale(), InstantSource.system()).attempt(name, password);
    }

    private void welcome(SignInModel.Welcome in) {
        work(WorkspaceSettings.inFolder(in.hub(), in.pass().person(), given.data(), InstantSource.system())
                .with(in.pass())
                .remembering(in.remember()));
    }

    private Optional<KnownDesk> lastDesk() {
        return new KnownDesks(given.data()).all().stream().findFirst();
    }

    private void work(WorkspaceSettings settings) {
        show(Workspace.open(settings.with(texts.locale())));
    }

    private void show(Workspace desk) {
        workspace = Optional.of(desk);
        Ticker clock =
                new Ticker(desk::now, screen, broken -> LOG.error("The clock on the screen stumbled", broken)).start();
        ticker = Optional.of(clock);
        Seat seat =
                new Seat(desk, screen, background, clock, texts, new Times(texts, ZoneId.systemDefault()), new Emoji());
        ConsoleWindow window = ConsoleWindow.open(
                stage,
                seat,
                themes,
                new ConsoleWindow.Outside(new Browser(background)::open, ErrorCatalogue::key, this::signOut));
        tell("baton console usable", desk.usable(), window, () -> true);
        InboxModel inbox = window.model().inbox();
        tell(
                "baton console ready",
                desk.ready(),
                window,
                () -> inbox.rows().size()
                        == desk.counts().getOrDefault(inbox.viewProperty().get(), 0));
    }

    /** Says so on standard output once it is drawn: whoever starts the program from outside can go on then. */
    private void tell(String words, CompletableFuture<Void> moment, ConsoleWindow window, BooleanSupplier isDrawn) {
        var _ = moment.thenRunAsync(
                () -> {
                    window.scene().addPostLayoutPulseListener(new Runnable() {
                        @Override
                        public void run() {
                            if (isDrawn.getAsBoolean()) {
                                window.scene().removePostLayoutPulseListener(this);
                                System.out.println(words);
                            }
                        }
                    });
                    Platform.requestNextPulse();
                },
                screen);
    }

    private void signOut() {
        workspace.ifPresent(Workspace::signOut);
        leave();
        askWho();
    }

    private void leave() {
        ticker.ifPresent(Ticker::close);
        Optional<Workspace> left = workspace;
        workspace = Optional.empty();
        ticker = Optional.empty();
        left.ifPresent(desk -> background.execute(desk::close));
    }

    /** Keeps what is unsaved and ends everything. */
    @Override
    public void close() {
        leave();
        background.close();
    }

    /** What JavaFX starts; apart from the main class, since an Application cannot be that on the class path. */
    public static final class Launched extends Application {
        private Optional<ConsoleApp> app = Optional.empty();

        /** Not on the screen's thread: reading the fonts takes a while. */
        @Override
        public void init() {
            Fonts.load();
        }

        @Override
        public void start(Stage stage) {
            ConsoleApp opened =
                    new ConsoleApp(ConsoleCommand.read(getParameters().getRaw()).orElseThrow(), stage);
            app = Optional.of(opened);
            opened.open();
        }

        @Override
        public void stop() {
            app.ifPresent(ConsoleApp::close);
        }
    }
}
