// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whom drafts and queued texts were written for, kept in the desk file while no rows tell it: after the hub was put back, a fresh
 * copy may have somebody else under the number of their conversation. Safe from any thread.
 */
final class Owners {
    private final Outbox outbox;
    private final DraftShelf drafts;
    private final Board board;
    private final Map<ConversationId, String> known = new HashMap<>();

    Owners(Outbox outbox, DraftShelf drafts, Board board) {
        this.outbox = outbox;
        this.drafts = drafts;
        this.board = board;
        known.putAll(drafts.owners());
    }

    /** To be told before the rows go, also to a copy that is left; of the rows of now, for what is begun until the next are there. */
    synchronized void keep() {
        board.owners().forEach(known::putIfAbsent);
        write();
    }

    /** The same where the hub was put back: what was written for somebody whom no row tells is a stranger's. */
    synchronized void keepAll() {
        board.owners().forEach(known::putIfAbsent);
        written().forEach(id -> known.putIfAbsent(id, board.ownerOf(id)));
        write();
    }

    private void write() {
        Map<ConversationId, String> owners = new HashMap<>(known);
        owners.keySet().retainAll(written());
        drafts.writtenFor(owners);
    }

    private Collection<ConversationId> written() {
        Set<ConversationId> written = new HashSet<>(drafts.all());
        outbox.waiting().forEach(entry -> written.add(entry.conversation()));
        return written;
    }

    /** Whether something was kept and not compared with the rows yet. */
    synchronized boolean isPending() {
        return !known.isEmpty();
    }

    /** What was written for one customer must never stand in the composer of another, nor go to their conversation. */
    synchronized void setStrangersAside() {
        known.entrySet().removeIf(entry -> entry.getValue().equals(board.ownerOf(entry.getKey())));
        outbox.waiting().stream()
                .filter(entry -> known.containsKey(entry.conversation()))
                .forEach(entry -> outbox.giveBack(entry, Gate.unknown(entry.conversation())));
        drafts.setAside(known);
        known.clear();
    }
}
