// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.phone.Handset;
import baton.console.phone.Handsets;
import baton.console.phone.PhoneScreen;
import baton.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The phones of the stand-in for Meta, through its control door: what one sees here is what {@code curl} would show. Any thread. */
final class DemoPhones implements Handsets, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI door;
    private final Random chance;

    /** {@code simulator}: its base address; {@code chance}: for the numbers of newcomers. */
    DemoPhones(String simulator, Random chance) {
        this.door = URI.create(simulator + "/simulator/");
        this.chance = chance;
    }

    @Override
    public List<Handset> all() {
        return stream(get("phones")).map(DemoPhones::handset).toList();
    }

    private static Handset handset(JsonNode phone) {
        String userId = text(phone, "bsuid");
        String country = userId.substring(0, Math.min(2, userId.length()));
        return new Handset(text(phone, "phone"), userId, text(phone, "name"), DemoTongue.ofCountry(country));
    }

    @Override
    public PhoneScreen look(Handset handset) {
        JsonNode thread = get("phones/" + handset.phone());
        boolean isTyping = stream(get("phones"))
                .filter(phone -> text(phone, "phone").equals(handset.phone()))
                .anyMatch(phone -> phone.path("seesTyping").asBoolean());
        Map<String, String> words =
                stream(thread).collect(Collectors.toMap(each -> text(each, "id"), each -> text(each, "text")));
        return new PhoneScreen(
                isTyping, stream(thread).map(each -> line(each, words)).toList());
    }

    private static PhoneScreen.Line line(JsonNode bubble, Map<String, String> words) {
        boolean own = text(bubble, "from").equals("customer");
        String quoted = words.getOrDefault(text(bubble, "quoted"), "");
        String reactions = stream(bubble.path("reactions"))
                .map(each -> text(each, "emoji"))
                .collect(Collectors.joining(" "));
        return new PhoneScreen.Line(
                text(bubble, "id"),
                own,
                text(bubble, "text"),
                quoted,
                Instant.parse(text(bubble, "at")),
                own ? tick(bubble) : PhoneScreen.Tick.NONE,
                reactions);
    }

    private static PhoneScreen.Tick tick(JsonNode bubble) {
        return bubble.path("read").asBoolean() ? PhoneScreen.Tick.READ : PhoneScreen.Tick.DELIVERED;
    }

    @Override
    public void say(Handset handset, String text) {
        post("customers/" + handset.phone() + "/say", Map.of("text", text, "name", handset.name()));
    }

    @Override
    public void send(Handset handset, Sample sample) {
        String type = sample.name().toLowerCase(Locale.ROOT);
        Map<String, Object> payload = switch (sample) {
            case LOCATION -> Map.of("latitude", 37.5563, "longitude", 126.9237, "name", "Yeonnam-dong");
            case IMAGE, AUDIO, DOCUMENT -> Map.of();
        };
        post("customers/" + handset.phone() + "/say", Map.of("type", type, "payload", payload));
    }

    @Override
    public Handset introduce(String name, String language) {
        String phone = DemoTongue.of(language).number(chance);
        post("customers/" + phone + "/on", Map.of("name", name));
        return all().stream()
                .filter(each -> each.phone().equals(phone))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The stand-in for Meta does not know " + phone));
    }

    @Override
    public List<String> languages() {
        return DemoTongue.codes();
    }

    @Override
    public boolean isRough() {
        return text(get("state"), "weather").equals("rough");
    }

    @Override
    public void weather(boolean rough) {
        post("weather", Map.of("weather", rough ? "rough" : "calm"));
    }

    private JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(door.resolve(path)).GET());
    }

    private void post(String path, Map<String, ?> body) {
        answer(HttpRequest.newBuilder(door.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The stand-in for Meta refused: " + answer.body());
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException("The stand-in for Meta does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking the stand-in for Meta", stopped);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asString("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
