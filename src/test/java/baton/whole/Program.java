// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Baton as a process of its own, as a user starts it; its standard error goes to a file that a failing test can show. */
final class Program implements AutoCloseable {

    private final Process process;
    private final String readyLine;

    private Program(Process process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
    }

    /** Starts it and waits for its first line, which says where it takes requests. */
    static Program start(Path log, Map<String, String> environment, String... words) {
        return ready(process(log, environment, java(words)), log, words);
    }

    private static Program ready(Process process, Path log, String... words) {
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "It ended before it was ready: " + String.join(" ", words) + ", see " + log);
            }
            return new Program(process, line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As {@link #start}, but no file of its may grow beyond so many kibibytes: a disk that fills up. */
    static Program startOnSmallDisk(Path log, int kibibytes, Map<String, String> environment, String... words) {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * kibibytes + "; exec \"$@\"", "sh"));
        command.addAll(java(words));
        return ready(process(log, environment, command), log, words);
    }

    /** Runs it to its end; answers exit code and standard output. */
    static Ended run(Path log, Map<String, String> environment, String... words) {
        Process process = process(log, environment, java(words));
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out.strip());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    record Ended(int exit, String out) {}

    static List<String> java(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "baton.Baton"));
        command.addAll(List.of(words));
        return command;
    }

    /** Without the tests' own files: the program logs as it does at a user's. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !Path.of(place).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Process process(Path log, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The address in the ready line. */
    String address() {
        return readyLine.substring(readyLine.indexOf("http"));
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: no goodbye, nothing flushed. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end in order. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    /** Waits until it ends by itself; its exit code. */
    int ended() {
        await();
        return process.exitValue();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end within 30 s");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
