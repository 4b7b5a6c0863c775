// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Failure;
import baton.domain.NumberId;
import baton.domain.PersonEvent;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.policy.ClaimPolicy;
import baton.run.Secret;
import baton.run.Settings;
import baton.store.Database;
import baton.store.Journal;
import baton.store.RawBodies;
import baton.whatsapp.Signature;
import baton.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A real hub behind its real door, on a store in a folder: admin, mina (agent), ana (analyst), and a clock to move. */
final class OpenDoor implements AutoCloseable {
    static final String SECRET = "app-secret-of-the-test";
    static final String VERIFY = "verify-token-of-the-test";
    static final String ACCESS = "access-token-of-the-test";
    static final String PASSWORD = "a-password-of-the-test";
    static final String NUMBER = "15550001111";
    static final Patience HASTY = new Patience(Duration.ofMillis(300), 1_000_000, Duration.ofSeconds(1));

    final HandClock clock = new HandClock();
    final Database database;
    final Journal journal;
    final OutsideDoor door;
    final HttpClient client = HttpClient.newHttpClient();
    private final Signature signature = new Signature(new Secret(SECRET));

    OpenDoor(Path folder) {
        this(folder, deliveries -> deliveries, Optional.empty());
    }

    OpenDoor(Path folder, Set<NumberId> numbers) {
        this(folder, numbers, deliveries -> deliveries, Optional.empty());
    }

    OpenDoor(Path folder, UnaryOperator<Deliveries> around, Optional<Settings.TlsFiles> tls) {
        this(folder, Set.of(new NumberId(NUMBER)), around, tls);
    }

    private OpenDoor(
            Path folder, Set<NumberId> numbers, UnaryOperator<Deliveries> around, Optional<Settings.TlsFiles> tls) {
        database = Database.embedded(folder);
        journal = Journal.open(database, clock);
        Passwords passwords = new Passwords();
        addPeople(passwords.hash(PASSWORD));
        IntakeRules rules = new IntakeRules(numbers, Duration.ofHours(24), journal.id());
        Desk desk = new Desk(
                journal,
                new DeskRules(ClaimPolicy.Terms.DEFAULT, Duration.ofSeconds(5)),
                new Desk.Slow(passwords::hash, new RawBodies(database)::find, rules));
        OutsideDoor.Rooms rooms = new OutsideDoor.Rooms(
                database,
                journal,
                around.apply(new Intake(journal, rules)::take),
                desk::perform,
                (_, _) -> {},
                passwords,
                metaIsAway(),
                ZoneOffset.UTC);
        door = OutsideDoor.open(settings(folder, tls), rooms, clock, HASTY);
    }

    private Connection metaIsAway() {
        Connection connection = new Connection();
        connection.broken(Failure.ofTransport("out of reach"), clock.instant());
        return connection;
    }

    private static Settings settings(Path folder, Optional<Settings.TlsFiles> tls) {
        return new Settings(
                new Settings.Listening(0, "127.0.0.1", tls, false, Duration.ofHours(12), 4 << 20, 200),
                new Settings.Storage(folder, Optional.empty(), Duration.ofDays(30)),
                new Settings.Platform(
                        new Secret(SECRET),
                        new Secret(VERIFY),
                        new Secret(ACCESS),
                        List.of(NUMBER),
                        Optional.empty(),
                        URI.create("http://localhost:1"),
                        "v25.0",
                        Optional.empty()),
                new Settings.Claims(
                        Duration.ofMinutes(7),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(5),
                        Duration.ofHours(24)),
                new Settings.Pace(15, 5),
                Optional.empty(),
                Optional.empty());
    }

    private void addPeople(String credential) {
        Map.of("admin", Role.ADMIN, "mina", Role.AGENT, "ana", Role.ANALYST)
                .forEach((name, role) -> journal.submit(turn -> {
                            turn.credential(new PersonId(name), credential);
                            return turn.record(
                                    new Actor.Hub(),
                                    new PersonEvent.PersonAdded(new PersonId(name), "Dear " + name, role));
                        })
                        .join());
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + door.port() + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    HttpResponse<String> get(String path, String token) {
        return send(to(path).header("Authorization", "Bearer " + token));
    }

    CompletableFuture<HttpResponse<String>> later(String path, String token) {
        return CompletableFuture.supplyAsync(
                () -> send(to(path).header("Authorization", "Bearer " + token)), Thread::startVirtualThread);
    }

    HttpResponse<String> post(String path, String token, String body) {
        return send(
                to(path).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> signIn(String name, String password) {
        return send(to("/api/session")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.MAPPER.writeValueAsString(Map.of("name", name, "password", password)))));
    }

    String token(String name) {
        return json(signIn(name, PASSWORD)).path("token").asString();
    }

    /** A delivery signed as Meta signs it. */
    HttpResponse<String> deliver(String body) {
        return send(to("/webhooks/whatsapp")
                .header("X-Hub-Signature-256", signature.header(body.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A customer writes; gives the conversation's number. */
    long says(String wamid, String text) {
        assertOk(deliver(message(wamid, text)));
        return json(get("/api/conversations", token("admin")))
                .path("conversations")
                .path(0)
                .path("conversation")
                .path("id")
                .asLong();
    }

    private static void assertOk(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("The delivery was answered " + response.statusCode() + ": " + response.body());
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    String message(String wamid, String text) {
        return """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"%s"},
            "contacts":[{"profile":{"name":"Bo"},"wa_id":"491701234567"}],
            "messages":[{"from":"491701234567","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]}}]}]}
            """.formatted(NUMBER, wamid, clock.instant().getEpochSecond(), text);
    }

    /** The value of a line of {@code /metrics}. */
    double metric(String line) {
        return send(to("/metrics"))
                .body()
                .lines()
                .filter(text -> text.startsWith(line + " "))
                .mapToDouble(text -> Double.parseDouble(text.substring(line.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() {
        door.close();
        journal.close();
        database.close();
    }
}
