// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One language of the crowd: its people, their small talk and what they come for, from {@code scripts/<language>/}.
 *
 * @param numbers patterns of invented phone numbers, {@code #} for a digit
 * @param handles halves of usernames
 * @param holdingWords what "one moment" sounds like, in small letters
 * @param place where its people send their location from
 * @param currency of their carts
 */
record Tongue(
        String code,
        List<String> numbers,
        List<String> names,
        List<String> handles,
        List<String> holdingWords,
        SmallTalk smallTalk,
        Place place,
        String currency,
        List<Script> scripts) {

    record Place(double latitude, double longitude, String name) {}

    static final List<String> CODES = List.of("ko", "en", "id", "pt", "es", "hi");

    static Tongue load(String code) {
        String folder = "scripts/" + code + "/";
        JsonNode json = Asset.json(folder + "people.json");
        JsonNode place = json.path("place");
        return new Tongue(
                code,
                Script.strings(json, "numbers"),
                Script.strings(json, "names"),
                Script.strings(json, "handles"),
                Script.strings(json, "holdingWords"),
                SmallTalk.of(json),
                new Place(
                        place.path("latitude").asDouble(0),
                        place.path("longitude").asDouble(0),
                        Json.text(place, "name")),
                Json.text(json, "currency"),
                Script.strings(json, "scripts").stream()
                        .map(id -> Script.of(id, Asset.json(folder + id + ".json")))
                        .toList());
    }

    static List<Tongue> all() {
        return CODES.stream().map(Tongue::load).toList();
    }
}
