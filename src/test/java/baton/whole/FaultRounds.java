// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Rounds of one world: deliveries pour in, replies go out, something is killed at a moment that the seed draws, and then:
 * every delivery answered 200 is in the journal exactly once, every reply reached its phone exactly once or stands as
 * uncertain, no draft is gone.
 */
final class FaultRounds implements AutoCloseable {

    private static final int ANSWERED_CUSTOMERS = 6;

    /** A busy machine is no failure; one that never comes to an end is. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final World world;
    private final String name;
    private final long seed;
    private final Random chance;
    private final Strikes strikes;
    private final Load load;
    private final Books books = new Books();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private final List<Long> conversations = new ArrayList<>();
    private boolean begun;
    private Duration healed = Duration.ZERO;

    FaultRounds(World world, String name, long seed) {
        this.world = world;
        this.name = name;
        this.seed = seed;
        this.chance = new Random(seed);
        this.load = new Load(world.doors(), seed);
        this.strikes = new Strikes(world, load, new Answering(), chance);
    }

    /** Writes to the first customer. */
    private final class Answering implements Strikes.Writing {
        @Override
        public boolean offer(Outside hub, String text) {
            return FaultRounds.this.offer(hub, Map.of("conversation", conversations.getFirst(), "text", text));
        }

        @Override
        public boolean isOnAPhone(String text) {
            return onPhones().contains(text);
        }
    }

    void run(int rounds) throws Exception {
        begin();
        for (int round = 0; round < rounds; round++) {
            round(round, strikes.next());
        }
        replicaEqualsAFreshOne();
    }

    /** Some customers whom people answer, and one whom the desk has. */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        IntStream.range(0, ANSWERED_CUSTOMERS)
                .forEach(i -> world.meta()
                        .post("/simulator/customers/" + phone(i) + "/say", Map.of("text", "question " + i)));
        await().atMost(Duration.ofSeconds(30)).until(() -> answerable().size() == ANSWERED_CUSTOMERS);
        conversations.addAll(answerable());
        world.desk().start();
    }

    private static String phone(int i) {
        return "44770090060" + i;
    }

    private List<Long> answerable() {
        List<Long> found = new ArrayList<>();
        for (JsonNode row : Books.conversations(door(0))) {
            if (row.path("customer").path("identities").toString().contains("44770090060")) {
                found.add(row.path("conversation").path("id").asLong());
            }
        }
        Collections.sort(found);
        return found;
    }

    private Outside door(int i) {
        return world.doors().get(i % world.doors().size());
    }

    private void round(int round, Strikes.Strike strike) throws Exception {
        long begin = System.nanoTime();
        long desks = conversations.getLast();
        world.desk().claim(desks);
        String draft = "draft of round " + round;
        world.desk().type("draft " + conversations.getFirst() + " " + draft);
        int before = load.answered();
        int promisedBefore = load.promised().size();
        load.start(3);
        ConcurrentLinkedQueue<Map<String, Object>> open = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> write(round, open));
            world.desk().type("reply " + desks + " " + deskText(round, 0));
            awaitAnswered(before + 20 + chance.nextInt(150));
            world.desk().type("reply " + desks + " " + deskText(round, 1));
            long struck = System.nanoTime();
            strikes.happen(strike);
            healed = Duration.ofNanos(System.nanoTime() - struck);
            load.stop();
            writing.get();
        }
        world.meta().post("/simulator/faults", Map.of("fault", "none"));
        await("all deliveries to be heard").atMost(LONGEST).until(() -> load.sendAgain(door(round)));
        load.repeatBackwards(door(round + 1), 100);
        await("all replies to be heard").atMost(LONGEST).until(() -> offerAgain(open, round));
        settle();
        judge();
        assertThat(world.desk().draftOf(conversations.getFirst())).isEqualTo(draft);
        report(round, strike, load.promised().size() - promisedBefore, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String deskText(int round, int i) {
        return "from the desk " + round + "." + i;
    }

    private void awaitAnswered(int count) {
        await("the load to be heard").atMost(LONGEST).until(() -> load.answered() >= count);
    }

    /** Replies to everybody but the desk's customer; what is not heard stays open. */
    private void write(int round, ConcurrentLinkedQueue<Map<String, Object>> open) {
        for (int i = 0; i < 2 * (conversations.size() - 1); i++) {
            long conversation = conversations.get(i % (conversations.size() - 1));
            String text = "answer " + round + "." + i;
            offered.add(text);
            Map<String, Object> todo = Map.of("conversation", conversation, "text", text);
            if (!offer(door(i), todo)) {
                open.add(todo);
            }
        }
    }

    private boolean offerAgain(ConcurrentLinkedQueue<Map<String, Object>> open, int round) {
        open.removeIf(todo -> offer(door(round), todo));
        return open.isEmpty();
    }

    private boolean offer(Outside hub, Map<String, Object> todo) {
        String text = (String) todo.get("text");
        try {
            Outside.Answer answer = Books.claimAndReply(hub, (long) todo.get("conversation"), text);
            if (answer.status() == 200) {
                accepted.add(text);
            }
            return answer.status() == 200;
        } catch (UncheckedIOException notHeard) {
            return false;
        }
    }

    /** Until everything that was accepted has an end, and Meta has nothing left to tell. */
    private void settle() {
        await("the desk's outbox and all sendings to come to an end")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> {
                    books.read(door(0));
                    assertThat(books.replies().keySet())
                            .containsAll(world.desk().kept());
                    assertThat(books.standing("UNDER WAY")).isEmpty();
                    assertThat(onPhones()).containsAll(books.standing("OUT"));
                    // What Meta took is on a phone a moment later, and its status a moment before.
                    assertThat(onPhones()).containsAll(takenByMeta());
                    assertThat(books.standing("UNCERTAIN")).noneMatch(takenByMeta()::contains);
                    assertThat(world.meta()
                                    .get("/simulator/state")
                                    .body()
                                    .path("webhooksWaiting")
                                    .asInt())
                            .isZero();
                });
        books.read(door(0));
    }

    private void judge() {
        Map<String, Integer> inbound = books.inbound();
        assertThat(inbound.keySet()).containsAll(load.promised());
        assertThat(inbound.values()).as("times a message stands in the journal").containsOnly(1);
        assertThat(inbound.keySet()).noneMatch(wamid -> wamid.startsWith(Intruders.NAME));
        assertThat(books.replies().keySet()).containsAll(accepted);
        assertThat(books.replies().values())
                .as("times a reply stands in the journal")
                .containsOnly(1);
        List<String> phones = onPhones();
        assertThat(phones).as("on the phones").doesNotHaveDuplicates();
        assertThat(phones).containsAll(books.standing("OUT"));
        List<String> uncertain = books.standing("UNCERTAIN");
        assertThat(phones).as("uncertain, and yet on a phone").noneMatch(uncertain::contains);
        Set<String> unaccounted = new HashSet<>(books.replies().keySet());
        unaccounted.removeAll(phones);
        unaccounted.removeAll(books.standing("UNCERTAIN"));
        unaccounted.removeAll(books.standing("NOT"));
        assertThat(unaccounted).as("replies that are nowhere").isEmpty();
        assertThat(books.standing("NOT")).as("replies that were given up").isEmpty();
    }

    private List<String> onPhones() {
        return ours("");
    }

    private List<String> takenByMeta() {
        return ours("?all=true");
    }

    private List<String> ours(String which) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ANSWERED_CUSTOMERS; i++) {
            for (JsonNode message :
                    world.meta().get("/simulator/phones/" + phone(i) + which).body()) {
                if (message.path("from").asString().equals("business")) {
                    texts.add(message.path("text").asString());
                }
            }
        }
        return texts;
    }

    /** Many who never wrote before send three messages each at the same moment, at both hubs. */
    void newcomersWriteAtOnce(int customers) throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        Load signer = new Load(world.doors(), seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < customers; i++) {
                String phone = "49152" + (1_000_000 + i);
                for (int line = 0; line < 3; line++) {
                    byte[] body =
                            Bodies.texts(phone, List.of("wamid.N" + i + "." + line), 1_780_315_200L + line, false);
                    Outside hub = door(i + line);
                    answers.add(threads.submit(() -> signer.post(hub, body)));
                }
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        books.read(door(0));
        for (int i = 0; i < customers; i++) {
            List<Long> homes = new ArrayList<>();
            for (int line = 0; line < 3; line++) {
                assertThat(books.inbound()).containsEntry("wamid.N" + i + "." + line, 1);
                homes.add(books.conversationOf("wamid.N" + i + "." + line));
            }
            assertThat(homes.stream().distinct())
                    .as("conversations of newcomer " + i)
                    .hasSize(1);
        }
    }

    /** A desk that lived through all of it shows what one shows that begins now. */
    private void replicaEqualsAFreshOne() {
        world.desk().kill();
        long conversation = conversations.getFirst();
        List<String> kept = world.desk().show(conversation, true);
        assertThat(kept).isNotEmpty().isEqualTo(world.desk().show(conversation, false));
    }

    private void report(int round, Strikes.Strike strike, int promised, Duration took) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("world", name);
        facts.put("seed", seed);
        facts.put("round", round);
        facts.put("struck", strike.name());
        facts.put("answered", promised);
        facts.put("answeredInAll", load.promised().size());
        facts.put("inJournal", books.inbound().size());
        facts.put("replies", books.replies().size());
        facts.put("onPhones", onPhones().size());
        facts.put("uncertain", books.standing("UNCERTAIN").size());
        facts.put("healedMillis", healed.toMillis());
        strikes.replaced().ifPresent(within -> facts.put("replacedMillis", within.toMillis()));
        facts.put("tookMillis", took.toMillis());
        FaultReport.add(facts);
    }

    @Override
    public void close() {
        load.close();
        world.desk().end();
    }
}
