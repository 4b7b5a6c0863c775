// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's desk as a process of its own, with replica, drafts and outbox in a folder that outlives it. */
final class DeskProcess {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path log;
    private final Path folder;
    private final String hub;
    private final List<JsonNode> shown = new CopyOnWriteArrayList<>();
    private final Set<String> kept = new TreeSet<>();
    private @Nullable Process process;
    private @Nullable Writer hands;

    DeskProcess(Path log, Path folder, String hub) {
        this.log = log;
        this.folder = folder;
        this.hub = hub;
    }

    /** Starts it and waits until it follows the hub. */
    void start() {
        shown.clear();
        process = Program.process(log, environment(), Program.java(words("--watch", "--data", folder.toString())));
        hands = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Thread.startVirtualThread(() -> out.lines().forEach(line -> shown.add(JSON.readTree(line))));
        await("the desk to follow its hub")
                .atMost(Duration.ofMinutes(3))
                .until(() -> lines("link")
                        .anyMatch(line -> line.path("is").asString().equals("Online")));
    }

    private static Map<String, String> environment() {
        return Map.of("BATON_PASSWORD", HubProcess.PASSWORD);
    }

    private String[] words(String... more) {
        return Stream.concat(
                        Stream.of("tools", "desk", "--hub", hub, "--user", "mina", "--wait", "60"), Stream.of(more))
                .toArray(String[]::new);
    }

    /** What it printed of this kind since it was started. */
    Stream<JsonNode> lines(String kind) {
        return shown.stream().filter(line -> line.path("line").asString().equals(kind));
    }

    void type(String command) {
        try {
            hands.write(command + "\n");
            hands.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What the link was said to be last. */
    String link() {
        return lines("link").reduce((_, last) -> last).map(JsonNode::toString).orElse("");
    }

    /** What came of the commands that begin so. */
    List<String> answers(String command) {
        return lines("answer")
                .filter(line -> line.path("asked").asString().startsWith(command))
                .map(line -> line.path("is").asString())
                .toList();
    }

    /** From now on no write of its files goes through. */
    void fillDisk() {
        limitFiles("1");
    }

    void makeRoom() {
        limitFiles("unlimited");
    }

    private void limitFiles(String most) {
        try {
            int exit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + most + ":")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("prlimit ended with " + exit);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    void claim(long conversation) {
        type("claim " + conversation);
        await("the desk's hold of " + conversation)
                .atMost(Duration.ofSeconds(90))
                .until(() -> lines("row")
                        .anyMatch(row -> row.path("conversation").asLong() == conversation
                                && row.path("mine").asBoolean(false)));
    }

    /** The texts of replies that were drawn as queued or answered as done: whoever saw that may go home. */
    Set<String> kept() {
        lines("outgoing")
                .forEach(line -> kept.add(line.path("outgoing").path("text").asString()));
        return Set.copyOf(kept);
    }

    String draftOf(long conversation) {
        long before = lines("draft").count();
        type("show " + conversation);
        await("the draft")
                .atMost(Duration.ofSeconds(90))
                .until(() -> lines("draft").count() > before);
        return lines("draft")
                .reduce((_, last) -> last)
                .map(line -> line.path("draft").path("reply").asString(""))
                .orElse("");
    }

    /** However far it came. */
    void end() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    void kill() {
        kept();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What a desk shows that opens now: rows and one conversation's messages, without what time alone changes. */
    List<String> show(long conversation, boolean fromItsFolder) {
        List<String> more = new ArrayList<>(List.of("--conversation", String.valueOf(conversation)));
        if (fromItsFolder) {
            more.addAll(List.of("--data", folder.toString()));
        }
        Program.Ended ended = Program.run(log, environment(), words(more.toArray(String[]::new)));
        return ended.out()
                .lines()
                .map(line -> JSON.readTree(line))
                .filter(line ->
                        Set.of("row", "message").contains(line.path("line").asString()))
                .map(JsonNode::toString)
                .sorted()
                .toList();
    }
}
