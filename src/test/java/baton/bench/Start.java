// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * From starting the console to the inbox of 100,000 conversations, with the app image and its cache: drawn with last time's first page, open, following, whole;
 * beside an empty JavaFX window with the runtime and the flags of the image. Medians of 9, one after the other in turn. Needs {@code mvn -Pinstaller}.
 */
final class Start implements Part {

    private static final Path HOME = Path.of("target", "installer", "Baton");
    private static final Path IMAGE = HOME.resolve("bin").resolve("Baton");
    private static final Path SETTINGS = HOME.resolve("lib").resolve("app").resolve("Baton.cfg");
    private static final String FLAG = "java-options=";
    private static final int TIMES = 9;

    /** What the console says, in whatever order it comes to it. */
    private static final List<String> MOMENTS =
            List.of("baton console usable", "baton console open", "baton console online", "baton console ready");

    private final LargeInbox large;

    Start(LargeInbox large) {
        this.large = large;
    }

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        if (!Files.exists(IMAGE)) {
            throw new IllegalStateException("There is no " + IMAGE + "; make it first: mvn -Pinstaller package");
        }
        try (Hub _ = large.start()) {
            Empty window = Empty.rehearse(folder);
            List<Long> empty = new ArrayList<>();
            Map<String, List<Long>> took = new HashMap<>();
            MOMENTS.forEach(moment -> took.put(moment, new ArrayList<>()));
            for (int i = 0; i < TIMES; i++) {
                empty.add(window.time());
                console(folder, took);
            }
            double floor = Durations.ofNanos(empty).percentile(50);
            return List.of(
                    figure("console to a usable inbox", took.get(MOMENTS.get(0)), floor, "≤ 1.6 × or + 350 ms"),
                    figure("console to conversations that open at once", took.get(MOMENTS.get(1)), floor, ""),
                    figure("console to news from the hub", took.get(MOMENTS.get(2)), floor, ""),
                    figure("console to all rows in the inbox", took.get(MOMENTS.get(3)), floor, ""));
        }
    }

    private static Figure figure(String what, List<Long> took, double floor, String must) {
        return Figure.of("start: " + what, Durations.ofNanos(took).percentile(50), "ms", floor, must);
    }

    /** The empty window with a cache of its own, made as the image's is. */
    private record Empty(Path jar, Path cache) {

        static Empty rehearse(Path folder) throws IOException {
            Path jar = folder.resolve("empty.jar");
            String name = EmptyWindow.class.getName().replace('.', '/');
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (String part : List.of(name, name + "$1")) {
                    out.putNextEntry(new JarEntry(part + ".class"));
                    try (InputStream in = EmptyWindow.class.getResourceAsStream("/" + part + ".class")) {
                        Objects.requireNonNull(in).transferTo(out);
                    }
                }
            }
            Empty empty = new Empty(jar, folder.resolve("empty.aot"));
            try (Child process = empty.start("-XX:AOTCacheOutput=" + empty.cache)) {
                process.line();
                process.ended();
            }
            return empty;
        }

        private Child start(String flag) throws IOException {
            List<String> command = new ArrayList<>(List.of(HOME.resolve("lib")
                    .resolve("runtime")
                    .resolve("bin")
                    .resolve("java")
                    .toString()));
            command.addAll(flags());
            command.addAll(List.of(
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    flag,
                    "-cp",
                    jar.toString(),
                    EmptyWindow.class.getName()));
            return Child.command(jar.resolveSibling("empty.log"), Map.of(), command.toArray(String[]::new));
        }

        /** Those of the console, but for its cache. */
        private static List<String> flags() throws IOException {
            return Files.readAllLines(SETTINGS).stream()
                    .filter(line -> line.startsWith(FLAG) && !line.contains("AOTCache"))
                    .map(line -> line.substring(FLAG.length()))
                    .toList();
        }

        long time() throws IOException {
            long begun = System.nanoTime();
            try (Child process = start("-XX:AOTCache=" + cache)) {
                process.line();
                return System.nanoTime() - begun;
            }
        }
    }

    /** The console says when its inbox can be used: rows are drawn and can be opened; when it follows the hub; when all rows are there. */
    private void console(Path folder, Map<String, List<Long>> took) throws IOException {
        long begun = System.nanoTime();
        Map<String, String> screen = Map.of("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        try (Child process = Child.command(
                folder.resolve("console.log"),
                screen,
                IMAGE.toString(),
                "console",
                "--data",
                large.desk().toString())) {
            for (int i = 0; i < took.size(); i++) {
                String moment = process.line();
                Objects.requireNonNull(took.get(moment), moment).add(System.nanoTime() - begun);
            }
        }
    }
}
