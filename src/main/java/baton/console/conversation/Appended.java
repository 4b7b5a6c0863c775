// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.MessageId;
import java.util.List;

/** What came in below: rows after the one that was last, notes and platform lines included, our own replies not. Pure. */
final class Appended {
    private Appended() {}

    static int count(List<BubbleRow> before, List<BubbleRow> now) {
        if (before.isEmpty()) {
            return 0;
        }
        MessageId last = before.getLast().id();
        int count = 0;
        for (BubbleRow row : now.reversed()) {
            if (row.id().equals(last)) {
                return count;
            }
            count += row.side() == BubbleRow.Side.OURS ? 0 : 1;
        }
        return 0;
    }
}
