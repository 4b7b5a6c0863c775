// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Refusal;
import baton.wire.CommandCodec;
import baton.wire.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ApiDoorTest {
    @TempDir
    private Path folder;

    private OpenDoor hub;
    private String mina;

    @BeforeEach
    void open() {
        hub = new OpenDoor(folder);
        mina = hub.token("mina");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private String claim(String id, long conversation) {
        return "{\"id\":\"%s\",\"kind\":\"claim\",\"conversation\":%d}".formatted(id, conversation);
    }

    @Test
    void aCommandIsAnsweredWithItsNumber() {
        long conversation = hub.says("wamid.1", "hello");
        HttpResponse<String> answer = hub.post("/api/commands", mina, claim("c1", conversation));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OpenDoor.json(answer).path("seq").asLong()).isBetween(conversation + 1, hub.journal.head());
        assertThat(hub.post("/api/commands", mina, claim("c1", conversation)).body())
                .isEqualTo(answer.body());
    }

    @Test
    void aRefusalSaysWhoAndUntilWhenInTheReadersLanguage() {
        long conversation = hub.says("wamid.1", "hello");
        hub.post("/api/commands", mina, claim("c1", conversation));
        String admin = hub.token("admin");
        HttpResponse<String> english = hub.post("/api/commands", admin, claim("c2", conversation));
        HttpResponse<String> korean = hub.send(hub.to("/api/commands")
                .header("Authorization", "Bearer " + admin)
                .header("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(claim("c3", conversation))));
        assertThat(english.statusCode()).isEqualTo(409);
        assertThat(OpenDoor.json(english).path("refusal").asString()).isEqualTo("HELD_BY_OTHER");
        assertThat(OpenDoor.json(english).path("why").asString()).isEqualTo("Dear mina has it until 14:03.");
        assertThat(OpenDoor.json(korean).path("why").asString()).startsWith("Dear mina님이 14:03까지");
    }

    @Test
    void aListIsDecidedInItsOrderAndEachGetsItsOwnAnswer() {
        long conversation = hub.says("wamid.1", "hello");
        HttpResponse<String> answer = hub.post(
                "/api/commands",
                mina,
                "[" + claim("c1", conversation) + ",{\"id\":\"c2\",\"kind\":\"claim\"},"
                        + "{\"id\":\"c3\",\"kind\":\"release\",\"conversation\":" + conversation + "},"
                        + claim("c4", 999_999) + "]");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode list = OpenDoor.json(answer);
        assertThat(list.path(0).path("status").asInt()).isEqualTo(200);
        assertThat(list.path(1).path("status").asInt()).isEqualTo(400);
        assertThat(list.path(1).path("error").asString()).contains("'conversation'");
        assertThat(list.path(2).path("status").asInt()).isEqualTo(200);
        assertThat(list.path(3).path("status").asInt()).isEqualTo(409);
        assertThat(list.path(3).path("why").asString()).isEqualTo("There is no such conversation.");
    }

    @Test
    void aMalformedCommandNamesTheProperty() {
        assertThat(hub.post("/api/commands", mina, "{\"id\":\"x\",\"kind\":\"claim\",\"conversation\":\"twelve\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("'conversation'"));
        assertThat(hub.post("/api/commands", mina, "{\"id\":\"x\",\"kind\":\"dance\"}")
                        .body())
                .contains("There is no command 'dance'");
        assertThat(hub.post("/api/commands", mina, "{{").body()).contains("must be JSON");
    }

    @Test
    void whoSendsTooMuchHearsSoAlsoIfTheyListenOnlyAtTheEnd() throws IOException {
        byte[] body = "x".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
        URI at = hub.address("/");
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            String head = "POST /api/commands HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + mina
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void everyRefusalHasItsSentenceInBothLanguages() {
        Sentences sentences = new Sentences(new baton.store.Inbox(hub.database), java.time.ZoneOffset.UTC);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            assertThat(sentences.why(Refusal.because(reason), Locale.KOREAN))
                    .isNotBlank()
                    .isNotEqualTo(sentences.why(Refusal.because(reason), Locale.ENGLISH));
        }
    }

    @Test
    void theDocumentNamesEveryCommand() {
        TreeSet<String> kinds = new TreeSet<>();
        Json.MAPPER
                .readTree(Document.read())
                .at("/components/schemas/Command/properties/kind/enum")
                .forEach(kind -> kinds.add(kind.asString()));
        assertThat(kinds).isEqualTo(CommandCodec.kinds());
    }

    @Test
    void listsShowWhoHoldsWhatAndMessagesComeOldestFirst() {
        long conversation = hub.says("wamid.1", "first");
        hub.says("wamid.2", "second");
        hub.post("/api/commands", mina, claim("c1", conversation));
        assertThat(OpenDoor.json(hub.get("/api/conversations?view=unassigned", mina))
                        .path("conversations"))
                .isEmpty();
        JsonNode row = OpenDoor.json(hub.get("/api/conversations?view=mine", mina))
                .path("conversations")
                .path(0);
        assertThat(row.path("customer").path("name").asString()).isEqualTo("Bo");
        assertThat(row.path("heldUntil").asString()).isEqualTo("2026-11-22T14:03:00Z");
        assertThat(row.path("windowClosesAt").asString()).isEqualTo("2026-11-23T13:58:00Z");
        JsonNode messages = OpenDoor.json(hub.get("/api/conversations/" + conversation + "/messages", mina))
                .path("messages");
        assertThat(messages.path(0).path("content").path("body").asString()).isEqualTo("first");
        assertThat(messages.path(1).path("content").path("body").asString()).isEqualTo("second");
        assertThat(hub.get("/api/conversations?view=theirs", mina).body()).contains("'view' must be");
        assertThat(hub.get("/api/conversations/77777/messages", mina).statusCode())
                .isEqualTo(404);
        assertThat(hub.get("/api/conversations/1/messages?limit=201", mina).body())
                .contains("'limit'");
    }

    @Test
    void theSnapshotComesInPagesThatCanBeTakenUpAgain() {
        hub.says("wamid.1", "first");
        hub.deliver(hub.message("wamid.2", "from another").replace("491701234567", "491709999999"));
        JsonNode first = OpenDoor.json(hub.get("/api/snapshot?limit=1", mina));
        assertThat(first.path("upTo").asLong()).isEqualTo(hub.journal.head());
        assertThat(first.path("people")).hasSize(3);
        assertThat(first.path("conversations")).hasSize(1);
        JsonNode second = OpenDoor.json(
                hub.get("/api/snapshot?limit=1&page=" + first.path("next").asLong(), mina));
        assertThat(second.path("conversations")).hasSize(1);
        JsonNode news =
                OpenDoor.json(hub.get("/api/feed?after=" + (first.path("upTo").asLong() - 1), mina));
        assertThat(second.path("last")).isEqualTo(news.path("events").path(0));
        assertThat(second.path("customers").path(0).path("name").asString()).isEqualTo("Bo");
        JsonNode last = OpenDoor.json(
                hub.get("/api/snapshot?limit=1&page=" + second.path("next").asLong(), mina));
        assertThat(last.path("conversations")).isEmpty();
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void whoWritesFirstWhileASnapshotIsTakenIsOnOneOfItsPages() {
        hub.deliver(Bodies.preference(new Bodies.Writer("491701234567", ""), "stop", ""));
        hub.deliver(hub.message("wamid.1", "from another").replace("491701234567", "491709999999"));
        JsonNode first = OpenDoor.json(hub.get("/api/snapshot?limit=1", mina));
        hub.says("wamid.2", "first words");
        JsonNode second = OpenDoor.json(
                hub.get("/api/snapshot?limit=1&page=" + first.path("next").asLong(), mina));
        assertThat(second.path("conversations")).isEmpty();
        assertThat(second.path("customers").path(0).path("marketing").asBoolean(true))
                .isFalse();
        assertThat(second.path("customers").path(0).path("name").asString()).isEqualTo("Bo");
    }

    @Test
    void anAnalystSeesThatThereWasTextButNoText() {
        long conversation = hub.says("wamid.1", "my secret wish");
        hub.post(
                "/api/commands",
                mina,
                "{\"id\":\"n1\",\"kind\":\"note\",\"conversation\":%d,\"text\":\"a quiet word\"}"
                        .formatted(conversation));
        String ana = hub.token("ana");
        String everything = hub.get("/api/feed?after=0", ana).body()
                + hub.get("/api/snapshot", ana).body()
                + hub.get("/api/conversations", ana).body()
                + hub.get("/api/conversations/" + conversation + "/messages", ana)
                        .body()
                + hub.get("/api/reconciliation", ana).body();
        assertThat(everything)
                .doesNotContain("secret wish", "quiet word")
                .contains("{\"is\":\"Withheld\",\"characters\":14}", "\"kind\":\"NoteWritten\"");
        assertThat(hub.get("/api/deliveries/20261122-1", ana).statusCode()).isEqualTo(403);
        assertThat(hub.post("/api/signals", ana, "{\"conversation\":1}").statusCode())
                .isEqualTo(403);
        assertThat(hub.post("/api/commands", ana, claim("c9", conversation)).body())
                .contains("Your role may not");
    }

    @Test
    void theBooksAgreeAndTheRawDeliveryCanBeRead() {
        String body = hub.message("wamid.1", "hello");
        hub.deliver(body);
        hub.deliver(body);
        hub.deliver(hub.message("wamid.3", "stranger").replace(OpenDoor.NUMBER, "999"));
        hub.deliver(reaction("wamid.5", "wamid.1"));
        hub.deliver(reaction("wamid.6", "wamid.not-here-yet"));
        JsonNode board = OpenDoor.json(hub.get("/api/reconciliation", mina));
        JsonNode ours = board.path("days").path(0);
        assertThat(ours.toString())
                .contains(
                        "\"number\":\"15550001111\",\"received\":4,\"shown\":2,\"waiting\":1,\"doubled\":1,\"setAside\":0,\"reasons\":{},\"missing\":0");
        JsonNode stranger = board.path("days").path(1);
        assertThat(stranger.toString()).contains("\"received\":1", "\"setAside\":1", "\"missing\":0");
        assertThat(board.path("setAside").path(0).path("reason").asString()).isEqualTo("UNKNOWN_NUMBER");
        HttpResponse<String> raw = hub.get("/api/deliveries/20261122-1", mina);
        assertThat(raw.body()).isEqualTo(body);
        assertThat(hub.get("/api/deliveries/20261122-99", mina).statusCode()).isEqualTo(404);
        assertThat(hub.get("/api/deliveries/x", mina).statusCode()).isEqualTo(404);
    }

    private String reaction(String wamid, String target) {
        return hub.message(wamid, "x")
                .replace(
                        "\"type\":\"text\",\"text\":{\"body\":\"x\"}",
                        "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"%s\",\"emoji\":\"+\"}".formatted(target));
    }
}
