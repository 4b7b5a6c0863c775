// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.HubApp;
import baton.run.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The machine's clock jumps by hours while a hub works: time in the journal never goes back, and work goes on. */
final class ClockJumpTest {

    private static final int CUSTOMERS = 4;

    /** A machine's clock that somebody sets while programs run. */
    private static final class JumpingClock implements InstantSource {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void jump(int hours) {
            ahead.updateAndGet(Duration.ofHours(hours)::plus);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }
    }

    @TempDir
    private Path folder;

    private final JumpingClock clock = new JumpingClock();
    private final List<String> written = new ArrayList<>();
    private int port;

    @BeforeEach
    void choosePort() {
        port = HubProcess.freePort();
    }

    private Program simulator() {
        return Program.start(
                folder.resolve("log.txt"),
                HubProcess.SECRETS,
                "simulator",
                "--port",
                "0",
                "--hub",
                "http://127.0.0.1:" + port,
                "--customers",
                "0");
    }

    /** Replies wait two seconds, so that the clock can jump between their writing and their leaving. */
    private HubApp hub(Program simulator, int at, InstantSource machine, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(HubProcess.SECRETS);
        environment.put("BATON_PORT", String.valueOf(at));
        environment.put("BATON_DATA", folder.resolve("data").toString());
        environment.put("BATON_GRAPH_URL", simulator.address());
        environment.put("BATON_UNDO", "2");
        environment.put("BATON_NEW_CUSTOMER_PER_MINUTE", "600");
        environment.putAll(more);
        return HubApp.start(Settings.read(List.of(), environment), machine);
    }

    @Test
    void aClockThatJumpsAheadAndBackStopsNothingAndSendsNothingTwice() {
        try (Program simulator = simulator();
                HubApp hub = hub(simulator, port, clock, Map.of())) {
            Outside meta = new Outside(simulator.address());
            Outside admin = admin(hub);
            Outside jun = jun(hub, admin);
            work(meta, admin, jun, "before");
            clock.jump(5);
            work(meta, admin, jun, "ahead");
            clock.jump(-7);
            work(meta, admin, jun, "behind");
            clock.jump(2);
            work(meta, admin, jun, "again");
            allArriveOnce(meta);
            assertThat(times(admin)).isSorted();
        }
    }

    /** A hub that was killed in the future is started in the present. */
    @Test
    void aHubThatBeginsBeforeItsJournalsLastLineWorksAtOnce() {
        try (Program simulator = simulator()) {
            Outside meta = new Outside(simulator.address());
            clock.jump(6);
            try (HubApp hub = hub(simulator, port, clock, Map.of())) {
                Outside admin = admin(hub);
                work(meta, admin, jun(hub, admin), "in the future");
            }
            clock.jump(-6);
            try (HubApp hub = hub(simulator, port, clock, Map.of())) {
                Outside admin = admin(hub);
                Outside jun = new Outside(hub.address());
                jun.signIn("jun", HubProcess.PASSWORD);
                work(meta, admin, jun, "in the present");
                allArriveOnce(meta);
                assertThat(times(admin)).isSorted();
            }
        }
    }

    @Test
    void hubsOnOneDatabaseGoByItsClockWhateverTheirMachinesSay() throws IOException {
        JumpingClock other = new JumpingClock();
        other.jump(-9);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Program simulator = simulator()) {
            Map<String, String> store = Map.of("BATON_DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
            try (HubApp first = hub(simulator, port, clock, store);
                    HubApp second = hub(simulator, HubProcess.freePort(), other, store)) {
                Outside meta = new Outside(simulator.address());
                Outside admin = admin(first);
                Outside jun = jun(second, admin);
                work(meta, admin, jun, "before");
                clock.jump(8);
                other.jump(-20);
                work(meta, admin, jun, "apart");
                allArriveOnce(meta);
                assertThat(times(admin)).isSorted();
                Instant now = Clock.systemUTC().instant();
                assertThat(times(admin).getLast()).isBetween(now.minusSeconds(120), now.plusSeconds(120));
            }
        }
    }

    private static Outside admin(HubApp hub) {
        Outside admin = new Outside(hub.address());
        admin.signIn("admin", HubProcess.PASSWORD);
        return admin;
    }

    private static Outside jun(HubApp hub, Outside admin) {
        Map<String, Object> person = Map.of(
                "id", "jun", "kind", "addPerson", "person", "jun", "role", "AGENT", "password", HubProcess.PASSWORD);
        assertThat(admin.post("/api/commands", person).status()).isEqualTo(200);
        Outside jun = new Outside(hub.address());
        jun.signIn("jun", HubProcess.PASSWORD);
        return jun;
    }

    private static String phone(int customer) {
        return "44770090070" + customer;
    }

    /** Everybody writes and is answered, and nobody else gets what the first has. */
    private void work(Outside meta, Outside admin, Outside jun, String when) {
        for (int i = 0; i < CUSTOMERS; i++) {
            String words = "question " + i + " " + when;
            meta.post("/simulator/customers/" + phone(i) + "/say", Map.of("text", words));
            long conversation = Books.conversationWith(admin, phone(i));
            await().atMost(Duration.ofSeconds(30)).until(() -> holds(admin, conversation, words));
            String text = "answer " + i + " " + when;
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Books.claimAndReply(admin, conversation, text).status() == 200);
            written.add(text);
            Map<String, Object> claim = Map.of("id", "jun" + i + when, "kind", "claim", "conversation", conversation);
            assertThat(jun.post("/api/commands", claim).status()).as(when).isEqualTo(409);
        }
    }

    private static boolean holds(Outside desk, long conversation, String words) {
        return desk.get("/api/conversations/" + conversation + "/messages")
                .body()
                .toString()
                .contains(words);
    }

    private void allArriveOnce(Outside meta) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(onPhones(meta)).containsExactlyInAnyOrderElementsOf(written));
    }

    private static List<String> onPhones(Outside meta) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            for (JsonNode message : meta.get("/simulator/phones/" + phone(i)).body()) {
                if (message.path("from").asString().equals("business")) {
                    texts.add(message.path("text").asString());
                }
            }
        }
        return texts;
    }

    private static List<Instant> times(Outside desk) {
        List<Instant> times = new ArrayList<>();
        long head = desk.get("/api/snapshot?limit=1").body().path("upTo").asLong();
        for (long cursor = 0; cursor < head; ) {
            JsonNode page = desk.get("/api/feed?wait=0&after=" + cursor).body();
            page.path("events")
                    .forEach(line -> times.add(Instant.parse(line.path("at").asString())));
            cursor = page.path("upTo").asLong();
        }
        return times;
    }
}
