// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One visit of a pretend customer as a state machine: what they do when they come, when they are answered, when they are not. Does nothing
 * itself: each input answers with {@link Act}s. Seeded, so the same inputs give the same talk.
 */
final class Talk {
    enum Stage {
        COMING,
        WAITING,
        LEAVING
    }

    private static final int CONTENT = 1;
    private static final int FED_UP = -2;
    private static final int MOST_AUTOMATICS = 4;
    private static final int MOST_REPLIES = 12;

    private final Person person;
    private final Script script;
    private final SmallTalk phrases;
    private final Dice dice;
    private final List<String> heard = new ArrayList<>();
    private Stage stage = Stage.COMING;
    private int mood;
    private int nudges;
    private int automatics;
    private int answered;
    private int asked;

    Talk(Person person, Script script, Dice dice) {
        this.person = person;
        this.script = script;
        this.phrases = script.own().or(person.tongue().smallTalk());
        this.dice = dice;
        this.mood = script.temper();
    }

    Stage stage() {
        return stage;
    }

    int mood() {
        return mood;
    }

    Script script() {
        return script;
    }

    /** {@code first}: something sent before any word, as a message type; empty leaves it to chance, and then it comes last. */
    List<Act> begin(String first) {
        stage = Stage.WAITING;
        var acts = new ArrayList<Act>();
        if (!first.isEmpty()) {
            acts.add(send(first, Duration.ZERO));
        }
        for (String line : dice.pick(script.openings())) {
            acts.add(acts.isEmpty() ? new Act.Say(fill(line), Duration.ZERO) : say(line));
        }
        String extra = first.isEmpty() ? byChance() : "";
        if (!extra.isEmpty()) {
            acts.add(send(extra, dice.millis(900, 3_500)));
        }
        if (dice.chance(0.05)) {
            acts.add(new Act.Vanish(dice.millis(12_000, 50_000), dice.millis(500, 3_000)));
        }
        return acts;
    }

    private Act send(String type, Duration after) {
        return new Act.Send(type, type.equals("image") ? script.caption() : "", after);
    }

    private String byChance() {
        for (String type : List.of("image", "audio", "location", "order", "sticker", "document")) {
            if (dice.chance(script.chance(type))) {
                return type;
            }
        }
        return "";
    }

    /** The business said something, {@code waited} after the customer's last message. */
    List<Act> hears(Bubble.Words words, Duration waited) {
        if (stage == Stage.LEAVING) {
            return List.of();
        }
        Meaning meaning = Meaning.of(words, waited, heard, person.tongue());
        heard.add(words.text().strip());
        nudges = 0;
        if (heard.size() > MOST_REPLIES) {
            return giveUp();
        }
        return switch (meaning) {
            case AUTOMATIC -> toAutomatic(words);
            case REPEATED -> toRepetition();
            case QUESTION -> toQuestion();
            case HOLDING -> dice.chance(0.5) ? List.of(say(dice.pick(phrases.waiting()))) : List.of();
            case USEFUL -> {
                feel(opinion(waited));
                yield toHelp(words);
            }
        };
    }

    private List<Act> toAutomatic(Bubble.Words words) {
        automatics++;
        List<Choice> choices = Choice.under(words);
        if (!choices.isEmpty() && dice.chance(0.75)) {
            return List.of(new Act.Tap(preferred(choices), words.id(), dice.millis(900, 3_000)));
        }
        if (automatics > MOST_AUTOMATICS) {
            return giveUp();
        }
        if (automatics > 1) {
            feel(-1);
            return List.of(say(dice.pick(phrases.person())));
        }
        boolean speaks = !script.automatic().isEmpty() && dice.chance(0.6);
        return speaks ? List.of(say(dice.pick(script.automatic()))) : List.of();
    }

    private List<Act> toRepetition() {
        feel(-2);
        return mood <= -4 ? giveUp() : List.of(say(dice.pick(phrases.again())));
    }

    private Choice preferred(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> script.taps().stream().anyMatch(choice.title()::contains))
                .findFirst()
                .orElseGet(() -> dice.pick(choices));
    }

    private List<Act> toQuestion() {
        List<String> lines = script.answers().isEmpty() ? phrases.waiting() : script.answers();
        Act answer = say(answered < lines.size() ? lines.get(answered) : dice.pick(lines));
        answered++;
        boolean shows = dice.chance(script.chance("image") / 2);
        return shows ? List.of(answer, send("image", dice.millis(1_500, 5_000))) : List.of(answer);
    }

    private List<Act> toHelp(Bubble.Words words) {
        boolean goesOn = mood > FED_UP && asked < script.more().size() && dice.chance(0.6);
        if (goesOn) {
            return List.of(say(script.more().get(asked++)));
        }
        stage = Stage.LEAVING;
        var acts = new ArrayList<Act>();
        if (mood >= CONTENT && dice.chance(0.25 + script.chance("reaction"))) {
            acts.add(new Act.React(words.id(), dice.pick(List.of("👍", "❤️", "🙏", "😊")), dice.millis(700, 2_500)));
        }
        if (acts.isEmpty() || dice.chance(0.6)) {
            acts.add(say(dice.pick(mood > FED_UP ? phrases.thanks() : phrases.curt())));
        }
        if (mood >= CONTENT && dice.chance(script.chance("sticker"))) {
            acts.add(send("sticker", dice.millis(800, 2_000)));
        }
        acts.add(new Act.Leave(false, Duration.ofSeconds(3)));
        return acts;
    }

    /** Nobody has answered for {@link #patience}. */
    List<Act> waits() {
        nudges++;
        feel(-1);
        if (nudges <= 1) {
            return List.of(say(dice.pick(phrases.nudges())));
        }
        if (nudges <= 3 && mood > -4) {
            return List.of(say(dice.pick(phrases.complaints())));
        }
        return giveUp();
    }

    private List<Act> giveUp() {
        stage = Stage.LEAVING;
        boolean blocking = mood <= -4 && dice.chance(0.1);
        Act leave = new Act.Leave(blocking, Duration.ofSeconds(2));
        return dice.chance(0.7) ? List.of(say(dice.pick(phrases.leaving())), leave) : List.of(leave);
    }

    /** How long they wait now before {@link #waits}: the worse the mood, the shorter. */
    Duration patience() {
        double share = Math.clamp(1 + mood * 0.12, 0.5, 1.4) * person.patience();
        return Duration.ofMillis((long) (script.patience().toMillis() * share));
    }

    private void feel(int change) {
        mood = Math.clamp(mood + change, -4, 3);
    }

    private static int opinion(Duration waited) {
        if (waited.compareTo(Duration.ofSeconds(30)) <= 0) {
            return 1;
        }
        return waited.compareTo(Duration.ofMinutes(2)) > 0 ? -1 : 0;
    }

    private Act say(String line) {
        String text = fill(line);
        return new Act.Say(text, person.typing(text).plus(dice.millis(200, 1_500)));
    }

    /** {@code {order}} stands for the customer's own order number. */
    private String fill(String line) {
        String digits = person.identity().phone();
        return line.replace("{order}", "B" + digits.substring(digits.length() - 5));
    }
}
