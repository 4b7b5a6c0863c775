// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pretend customers on a clock moved by hand, without any network. */
final class CrowdTest {
    /** A shop that answers everybody, or nobody, and notes what was written. */
    private static final class Shop {
        final List<String> said = new ArrayList<>();
        final List<Update> updates = new ArrayList<>();
        final Set<String> types = new HashSet<>();
        private final List<Update> unanswered = new ArrayList<>();
        private final Network network;
        final Crowd crowd;
        Instant now = HandClock.START;
        String answer = "";
        int answers;

        Shop(long seed, CrowdSettings settings) {
            List<Crowd> late = new ArrayList<>();
            network = new Network(
                    BusinessLine.invented(),
                    seed,
                    now,
                    this::note,
                    heard -> late.getFirst().hear(heard));
            crowd = new Crowd(
                    settings, seed, new Visits(network, new Samples(new MediaShelf(seed), seed)), Tongue.all());
            late.add(crowd);
        }

        private void note(Update update, Instant at) {
            updates.add(update);
            if (update.kind() == Update.Kind.MESSAGE) {
                types.add(Json.text(update.item(), "type"));
                said.add(at + " " + update.lane() + " "
                        + Wording.of(
                                Json.text(update.item(), "type"),
                                update.item().path(Json.text(update.item(), "type"))));
                unanswered.add(update);
            }
        }

        Shop run(Duration length) {
            Instant end = now.plus(length);
            while (now.isBefore(end)) {
                now = now.plusMillis(250);
                network.step(now);
                crowd.step(now);
                reply();
            }
            return this;
        }

        private void reply() {
            List<Update> waiting = List.copyOf(unanswered);
            unanswered.clear();
            for (Update update : answer.isEmpty() ? List.<Update>of() : waiting) {
                Phone phone = network.byUserId(
                                network.find(update.lane()).orElseThrow().userId())
                        .orElseThrow();
                var content = Json.object().put("body", answer + " " + ++answers);
                network.accept(
                        phone,
                        new Outgoing("text", content, answer + " " + answers, Optional.empty(), Outgoing.Terms.NONE),
                        false,
                        now.plusSeconds(5));
            }
        }
    }

    private static final CrowdSettings LIVELY = new CrowdSettings(30, 60);

    @Test
    void theSameSeedAndTheSameAnswersGiveTheSameMessages() {
        assertThat(busyHour(5).said)
                .hasSizeGreaterThan(100)
                .isEqualTo(busyHour(5).said)
                .isNotEqualTo(busyHour(6).said);
    }

    private static Shop busyHour(long seed) {
        var shop = new Shop(seed, LIVELY);
        shop.answer = "Your parcel leaves tomorrow morning, number";
        return shop.run(Duration.ofMinutes(6));
    }

    @Test
    void withinThreeSecondsADozenPeopleWriteInFourLanguagesAndThreeTypes() {
        Shop shop = new Shop(1, LIVELY).run(Duration.ofSeconds(3));
        Set<String> people =
                shop.said.stream().map(line -> line.split(" ", -1)[1]).collect(Collectors.toSet());
        assertThat(people).hasSizeGreaterThanOrEqualTo(12);
        assertThat(people.stream().map(Countries::code).distinct().count()).isGreaterThanOrEqualTo(4);
        assertThat(shop.types).contains("text", "image", "audio", "location");
    }

    @Test
    void helpedCustomersAskOnThankAndLeave() {
        Shop shop = busyHour(9);
        var state = Json.object();
        shop.crowd.describe(state);
        assertThat(state.path("pretendCustomersLeft").asInt()).isGreaterThan(20);
        assertThat(shop.types).contains("reaction");
    }

    @Test
    void customersNobodyAnswersNudgeComplainAndLeave() {
        Shop shop = new Shop(2, new CrowdSettings(10, 0)).run(Duration.ofMinutes(20));
        var state = Json.object();
        shop.crowd.describe(state);
        assertThat(state.path("pretendCustomersPresent").asInt()).isZero();
        assertThat(state.path("pretendCustomersLeft").asInt()).isEqualTo(10);
        assertThat(shop.said).hasSizeGreaterThan(40);
    }

    @Test
    void whateverABusinessSendsNobodyTalksForEver() {
        var shop = new Shop(4, new CrowdSettings(10, 0));
        shop.answer = "Thank you for your message. We are closed now, please read our page number";
        shop.run(Duration.ofMinutes(30));
        assertThat(shop.said).hasSizeLessThan(10 * 20);
    }

    @Test
    void nobodyComesWhenNobodyIsAskedFor() {
        assertThat(new Shop(2, CrowdSettings.nobody()).run(Duration.ofMinutes(2)).said)
                .isEmpty();
    }

    @Test
    void whilePausedNobodyWritesAndAfterwardsNobodyHasLostPatience() {
        var shop = new Shop(3, new CrowdSettings(8, 0));
        shop.run(Duration.ofSeconds(10));
        int before = shop.said.size();
        shop.crowd.pause(true, shop.now);
        shop.run(Duration.ofHours(1));
        assertThat(shop.said).hasSize(before);
        shop.crowd.pause(false, shop.now);
        shop.run(Duration.ofSeconds(10));
        assertThat(shop.said.size() - before).isLessThan(8);
    }
}
