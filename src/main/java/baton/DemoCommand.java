// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.sync.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code baton demo}: everything at once with nothing set; ends when the process is told to stop. */
final class DemoCommand {

    private static final String USAGE = """
        baton demo                hub, stand-in for Meta, customers and colleagues in one process, and your desk in a window
          --headless              no window; prints what happens on the floor

        No account and no setting is needed; everything is gone when it ends. In the window: F8 shows or hides a customer's
        phone to write on, F9 changes the weather between WhatsApp and the hub, F1 shows all keys.
        """;

    private DemoCommand() {}

    static int run(String[] args) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.print(USAGE);
            return 0;
        }
        Optional<DemoApp> app =
                !words.contains("--headless") && hasDisplay() ? Optional.of(new DemoApp()) : Optional.empty();
        TemporaryFolder folder = TemporaryFolder.make("baton-demo");
        Demo demo = new Demo(folder.path(), 1, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, folder), "goodbye"));
        System.out.println("baton demo ready on " + demo.hubAddress() + ", the stand-in for Meta on "
                + demo.simulator().url() + (app.isPresent() ? "; closing the window ends it" : "; Ctrl+C ends it"));
        try (Workspace desk = demo.desk(Demo.YOU)) {
            stay(desk, app, demo.simulator().url());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void stay(Workspace desk, Optional<DemoApp> app, String simulator) throws InterruptedException {
        if (app.isPresent()) {
            try (DemoApp window = app.get()) {
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
        boolean there = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (needsOne && !there) {
            System.out.println("baton demo: there is no display here, so it goes on as --headless");
        }
        return !needsOne || there;
    }

    private static void end(Demo demo, TemporaryFolder folder) {
        demo.close();
        folder.close();
    }
}
