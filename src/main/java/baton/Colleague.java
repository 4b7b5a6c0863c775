// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Author;
import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Line;
import baton.run.Loop;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.View;
import baton.sync.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A pretend colleague of the demo: a desk like any other that takes whoever waits longest, serves up to three at once, and
 * resolves or hands back. Goes through the same facade and the same hub as a person, so that collisions are real.
 */
final class Colleague implements Loop.Step, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int AT_ONCE = 3;
    private static final int HANDED_BACK = 4;

    private final Workspace desk;
    private final DemoAnswers answers;
    private final Random chance;
    private int said;
    private int ended;

    Colleague(Workspace desk, DemoAnswers answers, long seed) {
        this.desk = desk;
        this.answers = answers;
        this.chance = new Random(seed);
        this.said = chance.nextInt(6);
        this.ended = chance.nextInt(HANDED_BACK);
    }

    /** Does one thing a person would do, and takes as long before the next as a person would. */
    @Override
    public Duration run() {
        List<ConversationRow> mine = mine();
        Optional<ConversationRow> waiting =
                mine.stream().filter(Colleague::isOurTurn).min(Comparator.comparing(Colleague::since));
        Optional<ConversationRow> quiet = mine.stream().filter(this::isQuiet).findFirst();
        if (waiting.isPresent() && chance.nextInt(4) > 0) {
            answer(waiting.get());
        } else if (quiet.isPresent()) {
            end(quiet.get().id());
        } else if (mine.size() < AT_ONCE) {
            takeTheOldest();
        }
        return Duration.ofMillis(900 + chance.nextInt(1_800));
    }

    private List<ConversationRow> mine() {
        return desk.rows(View.ALL).stream()
                .filter(row -> row.heldAt(desk.now()).filter(Hold::mine).isPresent())
                .toList();
    }

    private void takeTheOldest() {
        desk.rows(View.UNASSIGNED).stream()
                .filter(Colleague::isOurTurn)
                .filter(row -> row.heldAt(desk.now()).isEmpty())
                .min(Comparator.comparing(Colleague::since))
                .ifPresent(row -> desk.claim(row.id()).join());
        said += chance.nextInt(3);
    }

    private static boolean isOurTurn(ConversationRow row) {
        return row.conversation().traffic().waitingSince().isPresent();
    }

    private static Instant since(ConversationRow row) {
        return row.conversation().traffic().waitingSince().orElse(Instant.MAX);
    }

    private boolean isQuiet(ConversationRow row) {
        return !isOurTurn(row)
                && row.conversation()
                        .traffic()
                        .last()
                        .map(Line::at)
                        .filter(at -> desk.now().isAfter(at.plus(PATIENCE)))
                        .isPresent();
    }

    private void answer(ConversationRow row) {
        desk.typing(row.id());
        boolean wroteLast = row.conversation()
                .traffic()
                .last()
                .filter(line -> line.author() instanceof Author.Person)
                .isPresent();
        if (wroteLast) {
            return;
        }
        String text = answers.to(row.customer(), said++);
        desk.fence(row.id())
                .ifPresent(fence -> desk.reply(
                                new Command.Reply(row.id(), fence, new Content.Text(text), Optional.empty(), false))
                        .join());
    }

    /** Mostly it is solved; every fourth time somebody else shall go on. */
    private void end(ConversationId id) {
        if (ended++ % HANDED_BACK == 0) {
            desk.release(id).join();
        } else {
            desk.resolve(id).join();
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
