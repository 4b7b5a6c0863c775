// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Author;
import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Line;
import baton.run.Loop;
import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;

/**
 * A pretend colleague of the demo: a desk like any other that takes whoever waits longest, answers, and resolves or hands
 * back. Goes through the same facade and the same hub as a person, so that collisions are real.
 */
final class Colleague implements Loop.Step, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Workspace desk;
    private final DemoAnswers answers;
    private final Random chance;
    private Optional<ConversationId> mine = Optional.empty();
    private int said;

    Colleague(Workspace desk, DemoAnswers answers, long seed) {
        this.desk = desk;
        this.answers = answers;
        this.chance = new Random(seed);
        this.said = chance.nextInt(6);
    }

    /** Does one thing a person would do, and takes as long before the next as a person would. */
    @Override
    public Duration run() {
        Optional<ConversationRow> held = mine.flatMap(desk::row)
                .filter(row ->
                        row.heldAt(desk.now()).filter(hold -> hold.mine()).isPresent());
        if (held.isPresent()) {
            goOn(held.get());
        } else {
            takeTheOldest();
        }
        return Duration.ofMillis(1_500 + chance.nextInt(2_500));
    }

    private void takeTheOldest() {
        mine = desk.rows(View.UNASSIGNED).stream()
                .filter(row -> row.conversation().traffic().waitingSince().isPresent())
                .filter(row -> row.heldAt(desk.now()).isEmpty())
                .min(Comparator.comparing(
                        row -> row.conversation().traffic().waitingSince().orElseThrow()))
                .map(ConversationRow::id);
        mine.ifPresent(id -> desk.claim(id).join());
        said += chance.nextInt(3);
    }

    private void goOn(ConversationRow row) {
        boolean customersTurn = row.conversation().traffic().waitingSince().isEmpty();
        if (!customersTurn) {
            answer(row);
        } else if (quietSince(row)
                .filter(at -> desk.now().isAfter(at.plus(PATIENCE)))
                .isPresent()) {
            end(row.id());
        }
    }

    private static Optional<Instant> quietSince(ConversationRow row) {
        return row.conversation().traffic().last().map(Line::at);
    }

    private void answer(ConversationRow row) {
        desk.typing(row.id());
        boolean wroteLast = row.conversation()
                .traffic()
                .last()
                .filter(line -> line.author() instanceof Author.Person)
                .isPresent();
        if (wroteLast || chance.nextInt(3) == 0) {
            return;
        }
        String text = answers.to(row.customer(), said++);
        desk.fence(row.id())
                .ifPresent(fence -> desk.reply(
                                new Command.Reply(row.id(), fence, new Content.Text(text), Optional.empty(), false))
                        .join());
    }

    /** Mostly it is solved; now and then somebody else shall go on. */
    private void end(ConversationId id) {
        if (chance.nextInt(5) > 0) {
            desk.resolve(id).join();
        } else {
            desk.release(id).join();
        }
        mine = Optional.empty();
    }

    @Override
    public void close() {
        desk.close();
    }
}
