// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.store.Dues;
import baton.store.Journal;
import baton.store.Restored;
import baton.store.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The replies that waited to be sent when a backup was made, once it is put back: the hub that made it went on and has sent them since,
 * mostly, and nothing here knows of it. A person decides about each, or the customer would get it twice (SPEC.md C5, R4). Done before
 * anything is sent.
 */
public final class RestoredQueue {

    private static final int LOOK_AT = 1_000;
    private static final String RUN = "before the restore";
    private static final String WHY = "It waited to be sent when a backup was made that was put back since";

    private final Journal journal;
    private final Dues dues;
    private final Restored restored;

    public RestoredQueue(Journal journal, Dues dues, Restored restored) {
        this.journal = journal;
        this.dues = dues;
        this.restored = restored;
    }

    /**
     * Puts in doubt what was due when the backup was put back; what is due later cannot have left and still will. Tells how many they are; none, unless
     * this is a restored database in which it was not done yet.
     */
    public int doubt() {
        return restored.at().map(this::doubt).orElse(0);
    }

    private int doubt(Instant restoredAt) {
        int doubted = 0;
        for (List<MessageId> due = due(restoredAt); !due.isEmpty(); due = due(restoredAt)) {
            List<MessageId> some = due;
            doubted += journal.submit(turn -> doubt(turn, some)).join();
        }
        restored.looked();
        return doubted;
    }

    /** The first of each conversation: the others wait for it. */
    private List<MessageId> due(Instant restoredAt) {
        return dues.queued(LOOK_AT, Set.of()).stream()
                .filter(due -> !due.dueAt().isAfter(restoredAt))
                .map(Dues.Due::message)
                .toList();
    }

    /** Those that wait no more were taken back since somebody looked. */
    private static int doubt(Turn turn, List<MessageId> queued) {
        List<Message> waiting = queued.stream()
                .flatMap(id -> turn.message(id).stream())
                .filter(message -> message.sending()
                        .filter(sending -> sending.state() == SendingState.QUEUED)
                        .isPresent())
                .toList();
        waiting.forEach(message -> doubt(turn, message));
        return waiting.size();
    }

    private static void doubt(Turn turn, Message message) {
        Actor hub = new Actor.Hub();
        MessageId id = message.id();
        int attempt = message.sending().orElseThrow().attempt() + 1;
        turn.record(message.conversation(), hub, new SendingEvent.SendingStarted(id, attempt, RUN));
        turn.record(message.conversation(), hub, new SendingEvent.SendingUncertain(id, WHY));
    }
}
