// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One thing a customer may come for, as written in {@code assets/simulator/scripts}. Lists a script leaves empty are taken from its
 * language's small talk.
 *
 * @param topics what it is about, in the words of the intent list
 * @param temper the mood at the start, -3 (furious) to 3 (sunny)
 * @param patience until the first nudge
 * @param openings variants, each a burst of one to three messages
 * @param answers what they say when asked something, in order
 * @param automatic what they say to an automatic text that did not help
 * @param more what they ask when they were helped
 * @param taps words of buttons they go for
 * @param chances how likely they send something else than text, by message type
 */
record Script(
        String id,
        List<String> topics,
        int temper,
        Duration patience,
        List<List<String>> openings,
        List<String> answers,
        List<String> automatic,
        List<String> more,
        SmallTalk own,
        List<String> taps,
        Map<String, Double> chances,
        String caption) {

    static Script of(String id, JsonNode json) {
        return new Script(
                id,
                strings(json, "topics"),
                json.path("temper").asInt(0),
                Duration.ofSeconds(json.path("patience").asInt(90)),
                Json.elements(json, "openings").map(Script::burst).toList(),
                strings(json, "answers"),
                strings(json, "automatic"),
                strings(json, "more"),
                SmallTalk.of(json),
                strings(json, "taps"),
                json.path("chances").properties().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().asDouble(0))),
                Json.text(json, "caption"));
    }

    private static List<String> burst(JsonNode lines) {
        return lines.valueStream().map(line -> line.asString("")).toList();
    }

    static List<String> strings(JsonNode json, String name) {
        return Json.elements(json, name).map(line -> line.asString("")).toList();
    }

    double chance(String type) {
        return chances.getOrDefault(type, 0.0);
    }
}
