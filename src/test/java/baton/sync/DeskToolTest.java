// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ConversationId;
import baton.wire.Json;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DeskToolTest {
    private static final Map<String, String> PASSWORD = Map.of("BATON_PASSWORD", RunningHub.PASSWORD);

    private final RunningClock clock = new RunningClock();
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    private RunningHub hub;

    @BeforeEach
    void open() {
        hub = new RunningHub(folder, clock);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private int run(List<String> words, Map<String, String> environment) {
        return new DeskTool(clock, new BufferedReader(new StringReader("")), out).run(words, environment);
    }

    private List<String> hubAnd(String... words) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("--hub", hub.address().url().toString(), "--user", "mina"),
                        java.util.stream.Stream.of(words))
                .toList();
    }

    private List<JsonNode> lines(String what) {
        return out.toString()
                .lines()
                .map(line -> Json.MAPPER.readTree(line))
                .filter(line -> line.path("line").asString().equals(what))
                .toList();
    }

    @Test
    void itPrintsWhatAScreenWouldShow() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        assertThat(run(hubAnd("--conversation", bo.toString()), PASSWORD)).isZero();
        assertThat(lines("link").getLast().path("is").asString()).isEqualTo("Online");
        assertThat(lines("row")).singleElement().satisfies(row -> {
            assertThat(row.path("customer").asString()).isEqualTo("Bo");
            assertThat(row.path("last").asString()).isEqualTo("hello");
        });
        assertThat(lines("message")).hasSize(1);
        assertThat(out.toString()).doesNotContain(RunningHub.PASSWORD);
    }

    @Test
    void itTakesCommandsWhileItWatches() throws Exception {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        PipedWriter hands = new PipedWriter();
        DeskTool tool = new DeskTool(clock, new BufferedReader(new PipedReader(hands)), out);
        CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(
                () -> tool.run(hubAnd("--watch", "--conversation", bo.toString()), PASSWORD));
        hands.write("claim " + bo + "\n");
        hands.flush();
        Desks.await()
                .until(() ->
                        lines("row").stream().anyMatch(row -> row.path("mine").asBoolean(false)));
        hands.write("reply " + bo + " good morning\nnonsense\nclaim x\n");
        hands.flush();
        Desks.await()
                .until(() -> lines("message").stream()
                        .anyMatch(line -> line.toString().contains("good morning")));
        Desks.await().until(() -> lines("problem").size() == 2);
        hands.close();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(hub.inbox().messages(bo, Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void whatIsNotUnderstoodOrRefusedEndsWithAReason() {
        assertThat(run(List.of("--hub", "http://hub.example.com", "--user", "mina"), PASSWORD))
                .isEqualTo(2);
        assertThat(run(List.of("--user"), PASSWORD)).isEqualTo(2);
        assertThat(run(hubAnd(), Map.of())).isEqualTo(2);
        assertThat(run(hubAnd("--conversation", "x"), PASSWORD)).isEqualTo(2);
        assertThat(run(hubAnd("--view", "nothing"), PASSWORD)).isEqualTo(2);
        assertThat(lines("problem")).hasSize(5);
        assertThat(run(hubAnd(), Map.of("BATON_PASSWORD", "wrong-password"))).isEqualTo(1);
        assertThat(lines("signIn").getFirst().path("is").asString()).isEqualTo("Refused");
    }
}
