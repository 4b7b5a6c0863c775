// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.Fence;
import baton.domain.MessageEvent;
import baton.domain.PersonId;
import baton.domain.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Three people at one conversation, in any interleaving, under a hub that decides by the policies and folds what it decided. What
 * must be true is told by a list of what happened, not by the folded state.
 */
class FloorTest {

    private static final List<PersonId> PEOPLE = List.of(Story.MINA, Story.JUN, new PersonId("ada"));

    enum What {
        CLAIM,
        RELEASE,
        LOOK,
        REPLY,
        NOTE,
        TYPE,
        CUSTOMER_WRITES,
        DEPART,
        SWEEP,
        WAIT
    }

    record Step(What what, PersonId who, int seconds) {}

    private record Taken(long number, PersonId who) {}

    private record Waiting(PersonId author, Fence fence) {}

    @Property(tries = 400)
    void neverTwoHoldersAndNoReplyPastItsFence(@ForAll("steps") List<Step> steps) {
        Floor floor = new Floor();
        for (Step step : steps) {
            floor.take(step);
            assertThat(floor.whoMayReply()).as("who may reply after %s", step).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> seconds = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 70), Arbitraries.of(178, 179, 180, 181, 359, 418, 420, 600, 900));
        return Combinators.combine(Arbitraries.of(What.class), Arbitraries.of(PEOPLE), seconds)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    /** The hub as far as it matters here: every decision is followed by its event at once. */
    private static final class Floor {
        private final Story story = new Story();
        private final Map<PersonId, ClaimNumber> remembered = new HashMap<>();
        private final Map<PersonId, Long> seen = new HashMap<>();
        private final Map<PersonId, Touch> touches = new HashMap<>();
        private final List<Taken> claims = new ArrayList<>();
        private final List<Long> inbound = new ArrayList<>();
        private final List<Waiting> queued = new ArrayList<>();

        Floor() {
            inbound.add(story.customerWrites("hello"));
        }

        void take(Step step) {
            switch (step.what()) {
                case CLAIM -> claim(step.who());
                case RELEASE -> release(step.who());
                case LOOK -> seen.put(step.who(), story.seq());
                case REPLY -> reply(step.who());
                case NOTE -> note(step.who());
                case TYPE -> type(step.who());
                case CUSTOMER_WRITES -> inbound.add(story.customerWrites("and?"));
                case DEPART -> depart();
                case SWEEP -> sweep();
                case WAIT -> story.after(Duration.ofSeconds(step.seconds()));
            }
        }

        List<PersonId> whoMayReply() {
            return PEOPLE.stream().filter(this::mayReplySomehow).toList();
        }

        /** Whatever claim number they may come with. */
        private boolean mayReplySomehow(PersonId who) {
            return claims.stream()
                    .anyMatch(taken -> ReplyGate.refuse(
                                    story.conversation(),
                                    touch(),
                                    who,
                                    new Fence(new ClaimNumber(taken.number()), story.seq()),
                                    new Content.Text("mine"),
                                    story.now())
                            .isEmpty());
        }

        private void claim(PersonId who) {
            if (ClaimPolicy.refuseClaim(story.conversation(), touch(), who, story.now())
                    .isEmpty()) {
                sweep();
                ClaimNumber number = story.claims(who);
                remembered.put(who, number);
                seen.put(who, story.seq());
                claims.add(new Taken(number.value(), who));
            }
        }

        private void release(PersonId who) {
            ClaimPolicy.heldAt(story.conversation().claim(), touch(), story.now())
                    .filter(held -> held.holder().equals(who))
                    .ifPresent(held -> story.released(held.number(), who));
        }

        private void reply(PersonId who) {
            Fence fence = new Fence(remembered.getOrDefault(who, new ClaimNumber(1)), seen.getOrDefault(who, 0L));
            Content text = new Content.Text("on its way");
            if (ReplyGate.refuse(story.conversation(), touch(), who, fence, text, story.now())
                    .isEmpty()) {
                assertThat(claims.getLast())
                        .as("the newest claim")
                        .isEqualTo(new Taken(fence.claim().value(), who));
                assertThat(inbound.getLast()).as("newest message").isLessThanOrEqualTo(fence.seen());
                story.says(who, text);
                queued.add(new Waiting(who, fence));
            }
        }

        private void depart() {
            if (queued.isEmpty()) {
                return;
            }
            Waiting reply = queued.removeFirst();
            if (ReplyGate.refuseDeparture(story.conversation(), touch(), reply.author(), reply.fence(), story.now())
                    .isEmpty()) {
                assertThat(claims)
                        .as("claims of others since")
                        .noneMatch(
                                taken -> taken.number() > reply.fence().claim().value()
                                        && !taken.who().equals(reply.author()));
                assertThat(inbound.getLast())
                        .as("newest message")
                        .isLessThanOrEqualTo(reply.fence().seen());
            }
        }

        private void note(PersonId who) {
            sweep();
            boolean heldBefore = mayReplySomehow(who);
            story.tell(new MessageEvent.NoteWritten(who, "note", List.of()));
            assertThat(mayReplySomehow(who)).as("a note makes nobody a holder").isEqualTo(heldBefore);
        }

        private void type(PersonId who) {
            boolean heldBefore = mayReplySomehow(who);
            touches.compute(
                    who,
                    (_, before) -> LeaseExtension.touched(
                            story.conversation(), Optional.ofNullable(before), who, true, story.now()));
            assertThat(mayReplySomehow(who)).as("typing makes nobody a holder").isEqualTo(heldBefore);
        }

        private void sweep() {
            Optional<ClaimEvent.ClaimReleased> lapse = ClaimPolicy.lapse(story.conversation(), touch(), story.now());
            lapse.ifPresent(story::tell);
        }

        private Optional<Touch> touch() {
            return story.conversation().claim().last().map(held -> touches.get(held.holder()));
        }
    }
}
