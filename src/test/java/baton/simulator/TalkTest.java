// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** One pretend customer's moods and moves. */
final class TalkTest {
    private static final Tongue ENGLISH = Tongue.load("en");

    private static Talk talk(String script, String chance) {
        Person person = Person.invent(ENGLISH, Dice.of(1, chance), number -> false);
        Script chosen = ENGLISH.scripts().stream()
                .filter(one -> one.id().equals(script))
                .findFirst()
                .orElseThrow();
        var talk = new Talk(person, chosen, Dice.of(1, chance));
        assertThat(talk.begin("")).isNotEmpty();
        return talk;
    }

    private static Bubble.Words business(String text) {
        return new Bubble.Words(
                "wamid.1", Bubble.From.BUSINESS, "text", text, Json.object().put("body", text), Optional.empty());
    }

    private static Bubble.Words buttons() {
        ObjectNode content = Json.object();
        var list = content.putObject("action").putArray("buttons");
        for (String title : List.of("Returns", "Talk to a person")) {
            list.addObject().putObject("reply").put("id", title).put("title", title);
        }
        return new Bubble.Words("wamid.2", Bubble.From.BUSINESS, "interactive", "Choose", content, Optional.empty());
    }

    private static List<List<Act>> many(Function<Talk, List<Act>> input) {
        return Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> input.apply(talk("return", "t" + i)))
                .toList();
    }

    @Test
    void aQuestionGetsAnAnswer() {
        assertThat(many(talk -> talk.hears(business("What is your order number?"), Duration.ofSeconds(30))))
                .allMatch(acts -> acts.getFirst() instanceof Act.Say);
    }

    @Test
    void buttonsAreMostlyTappedAndTheFittingOneIsChosen() {
        List<Act.Tap> taps = many(talk -> talk.hears(buttons(), Duration.ofSeconds(1))).stream()
                .flatMap(List::stream)
                .filter(Act.Tap.class::isInstance)
                .map(Act.Tap.class::cast)
                .toList();
        assertThat(taps)
                .hasSizeGreaterThan(20)
                .allMatch(tap -> tap.choice().title().equals("Returns"));
    }

    @Test
    void helpIsFollowedByAnotherQuestionOrThanks() {
        List<List<Act>> answers =
                many(talk -> talk.hears(business("Put the label on the box and drop it off."), Duration.ofSeconds(20)));
        assertThat(answers).allMatch(acts -> !acts.isEmpty());
        assertThat(answers).anyMatch(acts -> acts.getLast() instanceof Act.Leave);
        assertThat(answers).anyMatch(acts -> acts.size() == 1 && acts.getFirst() instanceof Act.Say);
    }

    @Test
    void fastAnswersRaiseTheMoodAndSlowOnesLowerIt() {
        Talk quick = talk("where-is-it", "a");
        Talk slow = talk("where-is-it", "a");
        quick.hears(business("It left this morning and arrives tomorrow."), Duration.ofSeconds(10));
        slow.hears(business("It left this morning and arrives tomorrow."), Duration.ofMinutes(10));
        assertThat(quick.mood()).isGreaterThan(slow.mood());
    }

    @Test
    void theSameWordsTwiceAnnoy() {
        Talk talk = talk("return", "b");
        talk.hears(business("One moment please"), Duration.ofSeconds(30));
        int before = talk.mood();
        List<Act> acts = talk.hears(business("One moment please"), Duration.ofSeconds(30));
        assertThat(talk.mood()).isLessThan(before);
        assertThat(acts).hasSize(1);
    }

    @Test
    void withoutAnAnswerTheyEndByLeavingAndSayNoMore() {
        Talk talk = talk("damaged", "c");
        int waits = 0;
        while (talk.stage() != Talk.Stage.LEAVING) {
            assertThat(talk.waits()).isNotEmpty();
            waits++;
        }
        assertThat(waits).isBetween(2, 5);
        assertThat(talk.hears(business("Sorry for the wait, how can I help?"), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void theAngryWaitLessThanTheSunny() {
        assertThat(talk("damaged", "d").patience())
                .isLessThan(talk("wholesale", "d").patience());
    }

    @Test
    void theSameChancesGiveTheSameTalk() {
        assertThat(talk("size", "e").hears(business("Take the medium one."), Duration.ofSeconds(9)))
                .isEqualTo(talk("size", "e").hears(business("Take the medium one."), Duration.ofSeconds(9)));
    }
}
