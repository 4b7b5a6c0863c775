// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class FeedDoorTest {
    @TempDir
    private Path folder;

    private OpenDoor hub;
    private String token;

    @BeforeEach
    void open() {
        hub = new OpenDoor(folder);
        token = hub.token("mina");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everythingSinceTheCursorComesInOrder() {
        hub.says("wamid.1", "hello");
        JsonNode feed = OpenDoor.json(hub.get("/api/feed?after=0", token));
        List<Long> numbers = new ArrayList<>();
        feed.path("events").forEach(event -> numbers.add(event.path("seq").asLong()));
        assertThat(numbers).isSorted().startsWith(1L, 2L, 3L).endsWith(hub.journal.head());
        assertThat(feed.path("upTo").asLong()).isEqualTo(hub.journal.head());
        assertThat(feed.path("journal").asString()).isEqualTo(hub.journal.id());
        assertThat(feed.toString()).contains("\"kind\":\"InboundReceived\"", "hello");
    }

    /** No encoder takes half a surrogate pair: one in the journal, and no desk would hear of anything any more. */
    @Test
    void halfACharacterInANoteStopsNobodysNews() {
        long conversation = hub.says("wamid.1", "hello");
        HttpResponse<String> noted = hub.post(
                "/api/commands",
                token,
                "{\"id\":\"n1\",\"kind\":\"note\",\"conversation\":%d,\"text\":\"half \\ud83d of it\"}"
                        .formatted(conversation));
        assertThat(noted.statusCode()).isEqualTo(200);
        HttpResponse<String> feed = hub.get("/api/feed?after=0", token);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).contains("half \ufffd of it");
    }

    @Test
    void aHeldPollIsAnsweredWhenSomethingHappens() throws Exception {
        CompletableFuture<HttpResponse<String>> held =
                hub.later("/api/feed?wait=25&after=" + hub.journal.head(), token);
        Awaitility.await().until(() -> hub.metric("baton_polls") == 1);
        assertThat(held).isNotDone();
        hub.deliver(hub.message("wamid.1", "are you there"));
        HttpResponse<String> answer = held.get(5, TimeUnit.SECONDS);
        assertThat(answer.body()).contains("are you there");
        assertThat(hub.metric("baton_polls")).isZero();
    }

    @Test
    void aPollWithoutNewsEndsWithItsTime() throws Exception {
        long head = hub.journal.head();
        HttpResponse<String> answer =
                hub.later("/api/feed?wait=1&after=" + head, token).get(5, TimeUnit.SECONDS);
        assertThat(OpenDoor.json(answer).path("upTo").asLong()).isEqualTo(head);
        assertThat(OpenDoor.json(answer).path("events")).isEmpty();
    }

    @Test
    void aPollThatWantsToWaitTooLongIsRefused() {
        HttpResponse<String> answer = hub.get("/api/feed?wait=26", token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'wait' must be a whole number, 0 to 25.");
        assertThat(hub.get("/api/feed?after=x", token).body()).contains("'after'");
    }

    @Test
    void aCursorAheadOfTheHubMustStartAnew() {
        HttpResponse<String> answer = hub.get("/api/feed?after=1000000", token);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(OpenDoor.json(answer).path("refusal").asString()).isEqualTo("RESYNC");
        assertThat(OpenDoor.json(answer).path("facts").path("head").asString())
                .isEqualTo(Long.toString(hub.journal.head()));
    }

    @Test
    void manyHeldPollsAreAllAnswered() {
        List<CompletableFuture<HttpResponse<String>>> polls = new ArrayList<>();
        for (int desk = 0; desk < 25; desk++) {
            String another = hub.token("mina");
            for (int i = 0; i < HeldPolls.MOST; i++) {
                polls.add(hub.later("/api/feed?wait=20&after=" + hub.journal.head(), another));
            }
        }
        Awaitility.await().until(() -> hub.metric("baton_polls") == 100);
        hub.deliver(hub.message("wamid.1", "to all"));
        assertThat(polls)
                .allSatisfy(
                        poll -> assertThat(poll.get(5, TimeUnit.SECONDS).body()).contains("to all"));
    }

    @Test
    void theEndOfTheHubEndsHeldPolls() throws Exception {
        CompletableFuture<HttpResponse<String>> held =
                hub.later("/api/feed?wait=25&after=" + hub.journal.head(), token);
        Awaitility.await().until(() -> hub.metric("baton_polls") == 1);
        hub.door.close();
        assertThat(held.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTypesIsSeenByTheOthersAndExtendsTheirHold() throws Exception {
        long conversation = hub.says("wamid.1", "hello");
        hub.post("/api/commands", token, """
            {"id":"c1","kind":"claim","conversation":%d}\
            """.formatted(conversation));
        hub.clock.pass(Duration.ofMinutes(2));
        assertThat(hub.post("/api/signals", token, typing(conversation)).statusCode())
                .isEqualTo(204);
        hub.clock.pass(Duration.ofMinutes(2));
        hub.post("/api/signals", token, typing(conversation));
        hub.clock.pass(Duration.ofMillis(150_500));
        hub.post("/api/signals", token, typing(conversation));
        String admin = hub.token("admin");
        HttpResponse<String> news = hub.later("/api/feed?wait=10&after=" + hub.journal.head(), admin)
                .get(8, TimeUnit.SECONDS);
        JsonNode touch = OpenDoor.json(news).path("touches").path(0);
        assertThat(touch.path("person").asString()).isEqualTo("mina");
        assertThat(touch.path("typing").asBoolean()).isTrue();
        assertThat(touch.path("until").asString())
                .isEqualTo(hub.clock.instant().plusSeconds(60).toString());
    }

    private static String typing(long conversation) {
        return "{\"conversation\":" + conversation + ",\"typing\":true}";
    }
}
