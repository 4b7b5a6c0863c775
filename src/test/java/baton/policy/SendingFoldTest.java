// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.domain.Sending;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.domain.Settlement;
import baton.domain.Tick;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SendingFoldTest {

    private static final MessageId ID = new MessageId(9);
    private static final Instant DUE = Story.START;
    private static final Failure FAILURE = Failure.ofTransport("line down");
    private static final Failure FAILURE_REPORTED = Failure.ofTransport("no");

    /** Every step of the way by a short name. */
    enum Step {
        STARTED,
        ACCEPTED,
        POSTPONED,
        FAILED,
        UNCERTAIN,
        WITHHELD,
        WITHDRAWN,
        WENT_OUT,
        AGAIN,
        GIVE_UP,
        T_SENT,
        T_DELIVERED,
        T_READ,
        T_PLAYED,
        T_FAILED
    }

    private static SendingEvent event(Step step) {
        return switch (step) {
            case STARTED -> new SendingEvent.SendingStarted(ID, 1, "run-1");
            case ACCEPTED -> new SendingEvent.SendingAccepted(ID, new Wamid("wamid.1"), Optional.empty());
            case POSTPONED -> new SendingEvent.SendingPostponed(ID, DUE.plusSeconds(30), FAILURE);
            case FAILED -> new SendingEvent.SendingFailed(ID, FAILURE);
            case UNCERTAIN -> new SendingEvent.SendingUncertain(ID, "the hub stopped");
            case WITHHELD -> new SendingEvent.SendingWithheld(ID, Refusal.because(Refusal.Reason.NEWER_MESSAGE));
            case WITHDRAWN -> new SendingEvent.SendingWithdrawn(ID);
            case WENT_OUT -> new SendingEvent.SendingSettled(ID, Settlement.WENT_OUT, DUE);
            case AGAIN -> new SendingEvent.SendingSettled(ID, Settlement.SEND_AGAIN, DUE.plusSeconds(60));
            case GIVE_UP -> new SendingEvent.SendingSettled(ID, Settlement.GIVE_UP, DUE);
            case T_SENT -> status(Tick.SENT, 10);
            case T_DELIVERED -> status(Tick.DELIVERED, 11);
            case T_READ -> status(Tick.READ, 12);
            case T_PLAYED -> status(Tick.PLAYED, 13);
            case T_FAILED -> status(Tick.FAILED, 14);
        };
    }

    private static SendingEvent status(Tick tick, long second) {
        return new SendingEvent.StatusReached(ID, Story.status(tick, DUE.plusSeconds(second)), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, SENDING",
        "STARTED ACCEPTED, ACCEPTED",
        "STARTED ACCEPTED T_SENT T_DELIVERED T_READ, READ",
        "STARTED T_SENT ACCEPTED, SENT",
        "STARTED T_READ ACCEPTED T_SENT T_DELIVERED, READ",
        "STARTED ACCEPTED T_DELIVERED T_PLAYED T_READ, PLAYED",
        // a status before its answer, and an answer that says the contrary
        "STARTED T_DELIVERED POSTPONED, DELIVERED",
        "STARTED T_DELIVERED FAILED, DELIVERED",
        "STARTED T_SENT UNCERTAIN, SENT",
        "STARTED ACCEPTED UNCERTAIN, ACCEPTED",
        // failed
        "STARTED FAILED, FAILED",
        "STARTED POSTPONED, QUEUED",
        "STARTED POSTPONED STARTED ACCEPTED, ACCEPTED",
        "STARTED ACCEPTED T_FAILED, FAILED",
        "STARTED ACCEPTED T_SENT T_FAILED, FAILED",
        "STARTED T_FAILED ACCEPTED, FAILED",
        "STARTED ACCEPTED T_FAILED T_SENT, FAILED",
        "STARTED ACCEPTED T_DELIVERED T_FAILED, DELIVERED",
        "STARTED ACCEPTED T_FAILED T_DELIVERED, DELIVERED",
        "STARTED FAILED T_SENT, SENT",
        // uncertain: a status proves, a person decides, and the proof stands above the decision
        "STARTED UNCERTAIN, UNCERTAIN",
        "STARTED UNCERTAIN T_SENT, SENT",
        "STARTED UNCERTAIN T_FAILED, FAILED",
        "STARTED UNCERTAIN ACCEPTED, ACCEPTED",
        "STARTED UNCERTAIN WENT_OUT, ACCEPTED",
        "STARTED UNCERTAIN WENT_OUT T_SENT, SENT",
        "STARTED UNCERTAIN AGAIN, QUEUED",
        "STARTED UNCERTAIN AGAIN T_SENT, SENT",
        "STARTED UNCERTAIN AGAIN ACCEPTED, ACCEPTED",
        "STARTED UNCERTAIN AGAIN STARTED T_DELIVERED FAILED, DELIVERED",
        "STARTED UNCERTAIN GIVE_UP, FAILED",
        "STARTED UNCERTAIN GIVE_UP T_SENT, SENT",
        "STARTED UNCERTAIN T_READ WENT_OUT, READ",
        "STARTED UNCERTAIN T_READ AGAIN, READ",
        "STARTED UNCERTAIN T_READ GIVE_UP, READ",
        // taken back
        "WITHHELD, WITHHELD",
        "WITHDRAWN, WITHDRAWN",
        "WITHDRAWN UNCERTAIN, WITHDRAWN",
    })
    void comesToThisState(String way, SendingState expected) {
        assertThat(after(way).state()).isEqualTo(expected);
    }

    @Test
    void whateverTheOrderOfAnswerAndStatusesTheEndIsTheSame() {
        List<Step> steps = List.of(Step.ACCEPTED, Step.T_SENT, Step.T_DELIVERED, Step.T_READ, Step.T_FAILED);
        Sending expected = fold(started(), steps);

        assertThat(permutations(steps))
                .hasSize(120)
                .allSatisfy(order -> assertThat(fold(started(), order)).isEqualTo(expected));
        assertThat(expected.state()).isEqualTo(SendingState.READ);
        assertThat(expected.failure()).contains(FAILURE_REPORTED);
    }

    @Test
    void everySubsetOfStatusesEndsTheSameInEveryOrder() {
        List<Step> all = List.of(Step.ACCEPTED, Step.T_SENT, Step.T_DELIVERED, Step.T_PLAYED, Step.T_FAILED);
        for (int mask = 1; mask < 1 << all.size(); mask++) {
            List<Step> chosen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    chosen.add(all.get(i));
                }
            }
            Sending expected = fold(started(), chosen);
            assertThat(permutations(chosen))
                    .allSatisfy(order -> assertThat(fold(started(), order)).isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STARTED",
                "POSTPONED",
                "FAILED",
                "UNCERTAIN",
                "WITHHELD",
                "WITHDRAWN",
                "WENT_OUT",
                "AGAIN",
                "GIVE_UP",
                "ACCEPTED"
            })
    void nothingButAStatusMovesWhatSurelyWentOut(Step step) {
        Sending sent = after("STARTED ACCEPTED T_SENT");

        assertThat(SendingFold.fold(sent, event(step))).isEqualTo(sent);
    }

    @Test
    void keepsTheEarliestTimeOfEachTick() {
        Sending sending = StatusLadder.climb(started(), Story.status(Tick.READ, DUE.plusSeconds(9)));
        sending = StatusLadder.climb(sending, Story.status(Tick.READ, DUE.plusSeconds(3)));
        sending = StatusLadder.climb(sending, Story.status(Tick.READ, DUE.plusSeconds(6)));

        assertThat(sending.ticks()).containsOnly(Map.entry(Tick.READ, DUE.plusSeconds(3)));
    }

    @Test
    void countsAttemptsAndNamesTheRunAndTheNextTime() {
        assertThat(after("STARTED").attempt()).isEqualTo(1);
        assertThat(after("STARTED").hubRun()).contains("run-1");
        assertThat(after("STARTED POSTPONED").dueAt()).isEqualTo(DUE.plusSeconds(30));
        assertThat(after("STARTED POSTPONED").failure()).contains(FAILURE);
        assertThat(after("STARTED UNCERTAIN AGAIN").dueAt()).isEqualTo(DUE.plusSeconds(60));
        assertThat(after("WITHHELD").withheld()).map(Refusal::reason).contains(Refusal.Reason.NEWER_MESSAGE);
    }

    private static Sending queued() {
        return Sending.queued(new Fence(new ClaimNumber(3), 2), DUE);
    }

    private static Sending started() {
        return fold(queued(), List.of(Step.STARTED));
    }

    private static Sending after(String way) {
        return fold(
                queued(), Arrays.stream(way.split(" ", -1)).map(Step::valueOf).toList());
    }

    private static Sending fold(Sending sending, List<Step> steps) {
        Sending next = sending;
        for (Step step : steps) {
            next = SendingFold.fold(next, event(step));
        }
        return next;
    }

    private static List<List<Step>> permutations(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Step>> all = new ArrayList<>();
        for (Step first : steps) {
            List<Step> rest = steps.stream().filter(step -> step != first).toList();
            for (List<Step> order : permutations(rest)) {
                List<Step> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }
}
