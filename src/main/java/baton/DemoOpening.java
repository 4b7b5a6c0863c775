// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.domain.Line;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits with the demo's window until there is something to see in it: nobody shall open an empty desk. */
final class DemoOpening {

    /** As many customers and as many kinds of messages. */
    private static final int CUSTOMERS = 12;

    private static final int KINDS = 3;

    private final Workspace desk;
    private final CountDownLatch busy = new CountDownLatch(1);

    DemoOpening(Workspace desk) {
        this.desk = desk;
        desk.listen(this::changed);
        changed(Changes.everything());
    }

    /** Tells whether it is busy by now; a machine that is too slow for that within {@code most} opens all the same. */
    boolean await(Duration most) throws InterruptedException {
        return busy.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void changed(Changes changes) {
        List<ConversationRow> rows = desk.rows(View.ALL);
        long kinds = rows.stream()
                .flatMap(row -> row.conversation().traffic().last().stream())
                .map(Line::kind)
                .distinct()
                .count();
        if (rows.size() >= CUSTOMERS && kinds >= KINDS) {
            busy.countDown();
        }
    }
}
