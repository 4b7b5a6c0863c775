// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * {@code baton simulator}: the stand-in Cloud API as a program of its own.
 *
 * <p>Control, all JSON, described with examples in docs/simulator.md:
 *
 * <pre>
 * POST /simulator/customers/{phone}/say    {"text", "name", "type", "payload", "replyTo", "bsuid", "username", "hidePhone", "extra", "secondsAgo"}
 * POST /simulator/customers/{phone}/react  {"message", "emoji"}      POST …/tap {"message", "button"}
 * POST /simulator/customers/{phone}/off | on | block | unblock       POST …/receipts {"on"}
 * GET  /simulator/phones | /simulator/phones/{phone}[?all]           GET  /simulator/state
 * POST /simulator/weather {"weather"}      POST /simulator/faults {"fault", "calls", "millis", "code", "accepted", "on"}
 * POST /simulator/deliver[?signature=wrong|none]                     POST /simulator/handshake
 * POST /simulator/account {"scopes", "expires", "tokenValid", "status", "quality", "canSend", "mode", "fields"}
 * POST /simulator/hub {"url"}              POST /simulator/pause | resume
 * </pre>
 */
public final class SimulatorApp {
    private SimulatorApp() {}

    /** Runs until the process ends. */
    public static void main(String[] args) {
        int exit = run(args, System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** As {@link #run(String[], PrintStream, PrintStream)} on the standard streams. */
    public static int run(String[] args) {
        return run(args, System.out, System.err);
    }

    /** Answers 2 with one sentence on {@code err} when an argument is wrong or the port taken, 0 when help was asked for; else stays. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Arguments.Read read = Arguments.read(args, InstantSource.system(), err::println);
        return switch (read) {
            case Arguments.Help help -> {
                out.println(Arguments.USAGE);
                yield 0;
            }
            case Arguments.Wrong(String why) -> {
                err.println("baton simulator: " + why);
                yield 2;
            }
            case Arguments.Right(SimulatorSettings settings) -> serve(settings, out, err);
        };
    }

    private static int serve(SimulatorSettings settings, PrintStream out, PrintStream err) {
        try (var simulator = new Simulator(settings)) {
            simulator.start();
            out.println("baton simulator ready on http://" + settings.bind() + ":" + simulator.port());
            Thread.ofVirtual().start(() -> greet(simulator, settings));
            new CountDownLatch(1).await();
            return 0;
        } catch (UncheckedIOException taken) {
            err.println("baton simulator: " + taken.getMessage());
            return 2;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void greet(Simulator simulator, SimulatorSettings settings) {
        boolean good = simulator.handshake();
        settings.log()
                .accept("handshake with " + settings.hub()
                        + (good ? " is good" : " failed; POST /simulator/handshake tries again"));
    }
}
