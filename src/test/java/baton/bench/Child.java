// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own, known by the lines it prints. */
final class Child implements AutoCloseable {

    private static final Path BIN = Path.of("target", "baton", "bin");
    private static final Path PROGRAM = BIN.resolve("baton");
    private static final Path DESK = BIN.resolve("desk.options");
    private static final Path ALL = BIN.resolve("java.options");

    private final Process process;
    private final BufferedReader out;

    private Child(ProcessBuilder builder, Path log) throws IOException {
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The program as users start it. */
    static Child program(Path log, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(Arrays.asList(words));
        return command(log, environment, command.toArray(String[]::new));
    }

    static Child command(Path log, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new Child(builder, log);
    }

    /** A class of this benchmark. */
    static Child java(Path log, Class<?> main, Object... words) throws IOException {
        return java(log, List.of(), main, words);
    }

    /** A class of this benchmark in a Java that is told what a desk's is. */
    static Child desk(Path log, Class<?> main, Object... words) throws IOException {
        return java(log, List.of("@" + DESK, "@" + ALL), main, words);
    }

    /** The same, with something said to its Java. */
    static Child java(Path log, List<String> options, Class<?> main, Object... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Arrays.stream(words).map(String::valueOf).forEach(command::add);
        return new Child(new ProcessBuilder(command), log);
    }

    /** The next line it prints; refuses an end of the process before one. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException(
                    "The process ended: " + process.info().commandLine().orElse(""));
        }
        return line;
    }

    /** A line for its standard input. */
    void tell(String line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end by itself. */
    void ended() {
        process.onExit().join();
    }

    /** Processor time used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in megabytes, as the system counts it. */
    double residentMegabytes() throws IOException, InterruptedException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.exists(status)) {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        }
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ps.waitFor();
        return Double.parseDouble(answer.strip()) / 1024;
    }

    /** Asks it to end, and makes it after a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
