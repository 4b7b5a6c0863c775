// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A hub's journal as its feed tells it, read on from where the last look ended. What was read once is never asked again. */
final class Books {

    private final Map<String, Integer> inbound = new HashMap<>();
    private final Map<String, Long> order = new HashMap<>();
    private final Map<String, Integer> replies = new HashMap<>();
    private final Map<Long, String> textOf = new HashMap<>();
    private final Map<Long, String> sending = new HashMap<>();
    private final Map<String, Long> conversationOf = new HashMap<>();
    private long cursor;

    /** Reads all there is. */
    void read(Outside hub) {
        long head = hub.get("/api/snapshot?limit=1").body().path("upTo").asLong();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            JsonNode page = hub.get("/api/feed?wait=2&after=" + cursor).body();
            page.path("events").forEach(this::enter);
            cursor = Math.max(cursor, page.path("upTo").asLong());
            return cursor >= head;
        });
    }

    private void enter(JsonNode line) {
        JsonNode body = line.path("body");
        switch (line.path("kind").asString()) {
            case "InboundReceived" -> {
                String wamid = body.path("message").path("wamid").asString();
                inbound.merge(wamid, 1, Integer::sum);
                order.put(wamid, line.path("seq").asLong());
                conversationOf.put(wamid, line.path("conversation").asLong());
            }
            case "ReplyAccepted" -> {
                String text = body.path("message").path("content").path("body").asString();
                replies.merge(text, 1, Integer::sum);
                textOf.put(line.path("seq").asLong(), text);
            }
            case "SendingUncertain" -> sending.put(body.path("message").asLong(), "UNCERTAIN");
            case "StatusReached" ->
                sending.put(
                        body.path("message").asLong(),
                        body.path("status").path("tick").asString().equals("FAILED") ? "NOT" : "OUT");
            case "SendingAccepted" -> sending.put(body.path("message").asLong(), "OUT");
            case "SendingFailed", "SendingWithheld", "SendingWithdrawn" ->
                sending.put(body.path("message").asLong(), "NOT");
            case "SendingStarted", "SendingPostponed" ->
                sending.put(body.path("message").asLong(), "UNDER WAY");
            default -> {
                // nothing the rounds ask for
            }
        }
    }

    /** How often each inbound message stands in the journal. */
    Map<String, Integer> inbound() {
        return Map.copyOf(inbound);
    }

    long lineOf(String wamid) {
        return order.get(wamid);
    }

    long conversationOf(String wamid) {
        return conversationOf.get(wamid);
    }

    /** How often each reply was accepted, by its text. */
    Map<String, Integer> replies() {
        return Map.copyOf(replies);
    }

    /** Texts of the replies that stand so: OUT, UNCERTAIN, NOT, UNDER WAY. */
    List<String> standing(String how) {
        List<String> texts = new ArrayList<>();
        textOf.forEach((message, text) -> {
            if (sending.getOrDefault(message, "UNDER WAY").equals(how)) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** The conversation with the customer of this number, once there is one. */
    static long conversationWith(Outside desk, String phone) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> found(desk, phone), id -> id > 0);
    }

    private static long found(Outside desk, String phone) {
        for (JsonNode row : conversations(desk)) {
            if (row.path("customer").path("identities").toString().contains(phone)) {
                return row.path("conversation").path("id").asLong();
            }
        }
        return 0;
    }

    static JsonNode conversations(Outside desk) {
        Outside.Answer answer = desk.get("/api/conversations?view=all&limit=200");
        if (answer.status() != 200) {
            throw new UncheckedIOException(new IOException("No conversations: " + answer));
        }
        return answer.body().path("conversations");
    }

    /**
     * Claims as whoever is signed in and writes under that claim, with ids made of the text. Nothing is written when the hub could not say what
     * there is to answer: its refusal would stand for good.
     */
    static Outside.Answer claimAndReply(Outside desk, long conversation, String text) {
        Outside.Answer claim = desk.post(
                "/api/commands",
                Map.of("id", "c" + conversation + text.hashCode(), "kind", "claim", "conversation", conversation));
        if (claim.status() != 200) {
            return claim;
        }
        return desk.post(
                "/api/commands",
                reply(desk, conversation, claim.body().path("claim").asLong(), text));
    }

    /** A reply as the API wants it; its id is made of its text, so that it can be sent again. */
    static Map<String, Object> reply(Outside desk, long conversation, long claim, String text) {
        long seen = 0;
        for (JsonNode row : conversations(desk)) {
            if (row.path("conversation").path("id").asLong() == conversation) {
                seen = row.path("conversation")
                        .path("traffic")
                        .path("lastInbound")
                        .asLong();
            }
        }
        return Map.of(
                "id", "r" + conversation + text.hashCode(),
                "kind", "reply",
                "conversation", conversation,
                "claim", claim,
                "seen", seen,
                "text", text);
    }
}
