// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import baton.sync.KeyRing.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A program that asks a key ring. {@code find}: the words that look a key up; {@code keep}: those that keep one; {@code pipe}: how a key is piped
 * to it, for keys are never on a command line; {@code none}: whether it told that there is no such key.
 */
record RingTool(List<String> find, List<String> keep, Function<Secret, String> pipe, Predicate<Told> none) {

    /** What a program told before it ended: the key, and whether it complained. */
    record Told(int exit, String words, String complaint) {}

    /** Of libsecret. It ends with 1 without a word where there is no key, also when its dialog was dismissed, and with 1 and a word where it failed. */
    static RingTool secretTool(String desk) {
        return new RingTool(
                List.of("secret-tool", "lookup", "application", "baton", "desk", desk),
                List.of("secret-tool", "store", "--label=Baton", "application", "baton", "desk", desk),
                Secret::reveal,
                told -> told.exit() == 1 && told.complaint().isBlank());
    }

    /** Of macOS. It ends with the last byte of the system's error: 44 is errSecItemNotFound, -25300. */
    static RingTool security(String desk) {
        String quoted = "\"" + desk.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return new RingTool(
                List.of("security", "find-generic-password", "-s", "Baton", "-a", desk, "-w"),
                List.of("security", "-i"),
                key -> "add-generic-password -U -s Baton -a " + quoted + " -w " + key.reveal() + "\n",
                told -> told.exit() == 44);
    }

    /** Silent when it took longer than {@code patience}. */
    Answer find(Duration patience) {
        return run(find, "", patience).map(this::answer).orElseGet(Answer.Silence::new);
    }

    void keep(Secret key, Duration patience) {
        run(keep, pipe.apply(key), patience);
    }

    private Answer answer(Told told) {
        if (told.exit() == 0 && !told.words().isBlank()) {
            return new Answer.Here(new Secret(told.words().strip()));
        }
        return none.test(told) ? new Answer.NotThere() : new Answer.Silence();
    }

    private static Optional<Told> run(List<String> words, String pipe, Duration patience) {
        try {
            Process process = new ProcessBuilder(words).start();
            process.getOutputStream().write(pipe.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(
                    new Told(process.exitValue(), text(process.getInputStream()), text(process.getErrorStream())));
        } catch (IOException noSuchTool) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String text(InputStream told) throws IOException {
        return new String(told.readAllBytes(), StandardCharsets.UTF_8);
    }
}
