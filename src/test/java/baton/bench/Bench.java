// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures all parts, or those named, and prints the table; {@code target/bench.tsv} gets the same. */
final class Bench {

    private static final Path TABLE = Path.of("target", "bench.tsv");
    private static final Path FOLDER = Path.of("target", "bench");

    private static final Map<String, Part> ONLY_BY_NAME = Map.of("journals", new Journals());

    private Bench() {}

    private static Map<String, Part> parts() throws IOException {
        LargeInbox large = new LargeInbox(FOLDER.resolve("large"));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("parts", new InProcess());
        parts.put("webhooks", new Webhooks());
        parts.put("team", new Team());
        parts.put("replies", new Replies());
        parts.put("idle", new Idle());
        parts.put("steady", new Steady());
        parts.put("screen", new Screen(large));
        parts.put("start", new Start(large));
        return parts;
    }

    public static void main(String[] names) throws Exception {
        Files.createDirectories(FOLDER);
        Map<String, Part> parts = parts();
        List<String> wanted = names.length == 0 ? List.copyOf(parts.keySet()) : Arrays.asList(names);
        parts.putAll(ONLY_BY_NAME);
        Files.writeString(TABLE, "name\tvalue\tunit\tfloor\tratio\n");
        System.out.println(Figure.head());
        for (String name : wanted) {
            Part part = parts.get(name);
            if (part == null) {
                throw new IllegalArgumentException("There is no part " + name + "; there are " + parts.keySet());
            }
            long begun = System.nanoTime();
            print(part.measure(Files.createTempDirectory(FOLDER, name)));
            System.err.println(name + " took "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        }
    }

    private static void print(List<Figure> figures) throws IOException {
        for (Figure figure : figures) {
            System.out.println(figure.line());
            Files.writeString(TABLE, figure.tsv() + "\n", StandardOpenOption.APPEND);
        }
    }
}
