// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.sync.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code baton demo}: everything at once with nothing set; ends when the process is told to stop. */
final class DemoCommand {

    private static final String USAGE = """
        baton demo                hub, stand-in for Meta, customers and colleagues in one process, and your desk in a window
          --headless              no window; prints what happens on the floor
          --for SECONDS           end by itself after so long

        No account and no setting is needed; everything is gone when it ends. In the window: F8 shows or hides a customer's
        phone to write on, F9 changes the weather between WhatsApp and the hub, F1 shows all keys.
        """;

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(8);

    private DemoCommand() {}

    static int run(String[] args) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.print(USAGE);
            return 0;
        }
        Optional<Words> understood = Words.read(words);
        if (understood.isEmpty()) {
            System.err.println("baton demo: " + String.join(" ", args) + " is not understood; try baton demo --help");
            return 2;
        }
        run(understood.get());
        return 0;
    }

    /** What was asked for. {@code length}: empty goes on until somebody ends it. */
    private record Words(boolean headless, Optional<Duration> length) {

        static Optional<Words> read(List<String> words) {
            List<String> left = new ArrayList<>(words);
            boolean headless = left.remove("--headless");
            if (left.isEmpty()) {
                return Optional.of(new Words(headless, Optional.empty()));
            }
            boolean isLength = left.size() == 2
                    && left.getFirst().equals("--for")
                    && left.getLast().matches("\\d{1,6}");
            return isLength
                    ? Optional.of(new Words(headless, Optional.of(Duration.ofSeconds(Long.parseLong(left.getLast())))))
                    : Optional.empty();
        }
    }

    private static void run(Words words) {
        Optional<DemoApp> app = !words.headless() && hasDisplay() ? Optional.of(new DemoApp()) : Optional.empty();
        TemporaryFolder folder = TemporaryFolder.make("baton-demo");
        Demo demo = new Demo(folder.path(), 1, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(app, demo, folder), "goodbye"));
        System.out.println("baton demo ready on " + demo.hubAddress() + ", the stand-in for Meta on "
                + demo.simulator().url() + (app.isPresent() ? "; closing the window ends it" : "; Ctrl+C ends it"));
        words.length()
                .ifPresent(length -> CompletableFuture.delayedExecutor(length.toSeconds(), TimeUnit.SECONDS)
                        .execute(() -> System.exit(0)));
        try (Workspace desk = demo.desk(Demo.YOU)) {
            stay(desk, app, demo.simulator().url());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stay(Workspace desk, Optional<DemoApp> app, String simulator) throws InterruptedException {
        if (app.isPresent()) {
            try (DemoApp window = app.get()) {
                new DemoOpening(desk).await(LONGEST_OPENING);
                window.show(desk, simulator);
            }
        } else {
            desk.listen(new DemoFloor(desk, System.out)::changed);
            new CountDownLatch(1).await();
        }
    }

    /** Where windows are drawn by X or Wayland, one of them must be there; elsewhere there always is a display. */
    private static boolean hasDisplay() {
        boolean needsOne = System.getProperty("os.name").startsWith("Linux");
        boolean there = System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || "Headless".equals(System.getProperty("glass.platform"));
        if (needsOne && !there) {
            System.out.println("baton demo: there is no display here, so it goes on as --headless");
        }
        return !needsOne || there;
    }

    /** The window first: its phone looks at the stand-in for Meta until then. */
    private static void end(Optional<DemoApp> app, Demo demo, TemporaryFolder folder) {
        app.ifPresent(DemoApp::leave);
        demo.close();
        folder.close();
    }
}
