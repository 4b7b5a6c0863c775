// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Refusal;
import baton.wire.Answers;
import baton.wire.CommandCodec;
import baton.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Takes commands, one or a list; a list is decided in its order and each command gets an answer of its own. */
final class CommandPages {
    private static final int LARGEST_BODY = 256 << 10;
    private static final int LONGEST_LIST = 100;
    private static final String DOING = "POST /api/commands";

    private final Commands commands;
    private final Sentences sentences;
    private final Troubles troubles;

    CommandPages(Commands commands, Sentences sentences, Troubles troubles) {
        this.commands = commands;
        this.sentences = sentences;
        this.troubles = troubles;
    }

    List<Route> routes() {
        return List.of(Route.later("POST", "/api/commands", Access.SIGNED_IN, LARGEST_BODY, this::perform));
    }

    private CompletableFuture<Reply> perform(Call call) {
        JsonNode json = call.json();
        return json.isArray() ? performAll(call, json) : performOne(call, json);
    }

    private CompletableFuture<Reply> performOne(Call call, JsonNode json) {
        Locale language = call.language();
        return commands.perform(call.badge().person(), CommandCodec.read(json)).thenApply(outcome -> switch (outcome) {
            case Desk.Outcome.Done done -> Reply.json(facts(done));
            case Desk.Outcome.Refused refused -> Reply.json(409, refused(refused.refusal(), language));
        });
    }

    private CompletableFuture<Reply> performAll(Call call, JsonNode list) {
        if (list.size() > LONGEST_LIST) {
            throw Problem.malformed("A list may have at most " + LONGEST_LIST + " commands.");
        }
        List<CompletableFuture<Map<String, Object>>> answers = new ArrayList<>();
        list.forEach(json -> answers.add(answer(call, json)));
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(_ ->
                        Reply.json(answers.stream().map(CompletableFuture::join).toList()));
    }

    /** One answer of a list: what the command alone would get, with its status among the facts. */
    private CompletableFuture<Map<String, Object>> answer(Call call, JsonNode json) {
        CompletableFuture<Reply> reply;
        try {
            reply = performOne(call, json);
        } catch (RuntimeException broken) {
            reply = CompletableFuture.failedFuture(broken);
        }
        return reply.exceptionally(broken -> troubles.reply(DOING, broken)).thenApply(CommandPages::withStatus);
    }

    private static Map<String, Object> withStatus(Reply reply) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", reply.status());
        Json.MAPPER
                .readTree(reply.body())
                .properties()
                .forEach(property -> answer.put(property.getKey(), property.getValue()));
        return answer;
    }

    private static Map<String, Object> facts(Desk.Outcome.Done done) {
        Map<String, Object> facts = new LinkedHashMap<>(done.facts());
        facts.put("seq", done.seq());
        return facts;
    }

    private Answers.Refused refused(Refusal refusal, Locale language) {
        return new Answers.Refused(refusal.reason().name(), sentences.why(refusal, language), refusal.facts());
    }
}
