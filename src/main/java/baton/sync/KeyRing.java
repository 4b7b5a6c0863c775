// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The key ring of the operating system, by the program it brings for that: {@code secret-tool} (libsecret) on a Linux desktop,
 * {@code security} on macOS. Elsewhere there is none. Keys travel by pipe, never on a command line.
 */
final class KeyRing {
    private static final long PATIENCE = 5;

    /** The words that look a key up, the words that keep one, and what is piped to keep it. */
    private record Tool(List<String> find, List<String> keep, String pipe) {}

    private final String system;
    private final boolean hasDesktop;

    /** {@code system}: the name of the operating system; {@code environment}: tells whether a desktop is running. */
    KeyRing(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.hasDesktop = environment.containsKey("DBUS_SESSION_BUS_ADDRESS");
    }

    Optional<Secret> find(String desk) {
        return tool(desk, "")
                .flatMap(tool -> run(tool.find(), ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }

    /** Keeps it if there is a ring; ask {@link #find} whether it did. */
    void keep(String desk, Secret key) {
        tool(desk, key.reveal()).ifPresent(tool -> run(tool.keep(), tool.pipe()));
    }

    private Optional<Tool> tool(String desk, String key) {
        if (system.contains("linux") && hasDesktop) {
            return Optional.of(new Tool(
                    List.of("secret-tool", "lookup", "application", "baton", "desk", desk),
                    List.of("secret-tool", "store", "--label=Baton", "application", "baton", "desk", desk),
                    key));
        }
        if (system.contains("mac")) {
            String quoted = "\"" + desk.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            return Optional.of(new Tool(
                    List.of("security", "find-generic-password", "-s", "Baton", "-a", desk, "-w"),
                    List.of("security", "-i"),
                    "add-generic-password -U -s Baton -a " + quoted + " -w " + key + "\n"));
        }
        return Optional.empty();
    }

    private static Optional<String> run(List<String> words, String pipe) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().write(pipe.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(told) : Optional.empty();
        } catch (IOException noSuchTool) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
