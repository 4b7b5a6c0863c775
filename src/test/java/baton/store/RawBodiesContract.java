// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.DeliveryId;
import baton.domain.PersonId;
import baton.domain.Wamid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Raw deliveries are kept as received, day by day, and dropped by the day. */
abstract class RawBodiesContract extends StoreContract {

    private static final int HUGE = 2_500_000;

    private DeliveryId keep(byte[] body) {
        RawBody raw = RawBody.of(body);
        return submit(turn -> turn.keepRaw(raw)).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RawDays.Day day(String day) {
        return database.with("Testing", connection -> new RawDays().load(connection, day))
                .orElseThrow();
    }

    @Test
    void bodiesComeBackExactlyAsReceived() {
        byte[] incompressible = new byte[HUGE];
        new Random(7).nextBytes(incompressible);
        byte[] repetitive = bytes("{\"object\":\"whatsapp_business_account\"},".repeat(100_000));
        List<byte[]> bodies =
                List.of(new byte[0], new byte[] {0}, bytes("{\"a\":\"한국어 😀\"}"), repetitive, incompressible);

        List<DeliveryId> ids = bodies.stream().map(this::keep).toList();
        reopen();

        RawBodies kept = new RawBodies(database);
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(kept.find(ids.get(i)).orElseThrow()).isEqualTo(bodies.get(i));
        }
        assertThat(ids)
                .extracting(DeliveryId::value)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> "20261122-" + i)
                        .toList());
        assertThat(day("20261122").bytes())
                .isEqualTo(bodies.stream().mapToLong(body -> body.length).sum());
    }

    @Test
    void aNewDayBeginsANewTableAtMidnightUtc() {
        assertThat(keep(bytes("before")).value()).isEqualTo("20261122-1");
        clock.move(Duration.ofHours(10).minusNanos(1_000));
        assertThat(keep(bytes("last moment")).value()).isEqualTo("20261122-2");
        clock.move(Duration.ofNanos(1_000));
        assertThat(keep(bytes("midnight")).value()).isEqualTo("20261123-1");
        assertThat(new RawBodies(database).find(new DeliveryId("20261123-1"))).hasValue(bytes("midnight"));
    }

    @Test
    void droppedDaysLoseTheirBodiesAndKeepCountAndHash() {
        DeliveryId first = keep(bytes("first"));
        RawDays.Day before = day("20261122");
        clock.move(Duration.ofDays(30));
        DeliveryId later = keep(bytes("later"));

        RawBodies bodies = new RawBodies(database);
        assertThat(bodies.dropBefore(LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(bodies.dropBefore(LocalDate.of(2026, 11, 23))).containsExactly("20261122");
        assertThat(bodies.dropBefore(LocalDate.of(2026, 11, 23))).isEmpty();

        assertThat(bodies.find(first)).isEmpty();
        assertThat(bodies.find(later)).hasValue(bytes("later"));
        assertThat(day("20261122")).isEqualTo(before);
        assertThat(keep(bytes("goes on")).value()).isEqualTo("20261222-2");
    }

    private void setAside(DeliveryId delivery) {
        submit(turn -> {
                    Wamid wamid = new Wamid("wamid." + delivery);
                    turn.books().keepAside(Samples.aside(delivery.value().hashCode(), wamid, turn.now(), delivery));
                    return turn.record(HUB, event("set aside"));
                })
                .join();
    }

    private void close(DeliveryId delivery) {
        submit(turn -> {
                    turn.books().closeAside(delivery, Set.of());
                    return turn.record(HUB, event("replayed"));
                })
                .join();
    }

    @Test
    void aDroppedDayKeepsTheBodiesOfWhatStandsAsideUntilItIsReplayedOrPutAway() {
        List<DeliveryId> all = List.of("one", "two", "three").stream()
                .map(text -> keep(bytes(text)))
                .toList();
        setAside(all.get(0));
        setAside(all.get(2));
        RawBodies bodies = new RawBodies(database);
        LocalDate next = LocalDate.of(2026, 11, 23);

        assertThat(bodies.dropBefore(next)).isEmpty();
        assertThat(bodies.find(all.get(0))).hasValue(bytes("one"));
        assertThat(bodies.find(all.get(1))).isEmpty();
        assertThat(bodies.find(all.get(2))).hasValue(bytes("three"));

        close(all.get(0));
        assertThat(bodies.dropBefore(next)).isEmpty();
        assertThat(bodies.find(all.get(0))).isEmpty();
        assertThat(bodies.find(all.get(2))).hasValue(bytes("three"));

        submit(turn -> turn.books().putAway(all.get(2).value().hashCode(), new PersonId("mina"), "spam"))
                .join();
        assertThat(bodies.dropBefore(next)).containsExactly("20261122");
        assertThat(bodies.find(all.get(2))).isEmpty();
        assertThat(day("20261122").deliveries()).isEqualTo(3);
    }

    @Test
    void theDaysHashChainsTheHashesOfItsBodiesInTheirOrder() throws Exception {
        List<String> texts = List.of("one", "two", "three");
        List<Decision<DeliveryId>> decisions = texts.stream()
                .<Decision<DeliveryId>>map(text -> turn -> turn.keepRaw(RawBody.of(bytes(text))))
                .toList();
        inOneBatch(decisions).forEach(CompletableFuture::join);

        String chain = "";
        for (String text : texts) {
            String hash = HexFormat.of().formatHex(RawBody.sha256().digest(bytes(text)));
            chain = HexFormat.of().formatHex(RawBody.sha256().digest(bytes(chain + hash)));
        }
        assertThat(day("20261122")).isEqualTo(new RawDays.Day(3, 11, chain));
    }

    @Test
    void namesThatAreNoDeliveriesFindNothing() {
        keep(bytes("there"));
        RawBodies bodies = new RawBodies(database);
        for (String name :
                List.of("20261122", "20261122-2", "20261122-x", "2026112x-1", "19990101-1", "x; DROP TABLE journal")) {
            assertThat(bodies.find(new DeliveryId(name))).as(name).isEmpty();
        }
    }
}
